// HTML from the clipboard or a file becomes the words that a reader would see.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ENTITIES, decodeEntities } from '../../web/input/entities.js';
import { htmlToText } from '../../web/input/html.js';

const headingsOf = ({ text, headings }) => headings.map(({ start, end }) => text.slice(start, end));

test('HTML: what a reader sees', () => {
  const cases = [
    ['paragraphs, also without end tags', '<p>Eins  und\n eins.<p>Zwei.</p>Drei<div>Vier</div>', 'Eins und eins.\n\nZwei.\n\nDrei\n\nVier'],
    ['inline elements part nothing', 'Der <b>Tes</b>la-<i>Chef</i> <a href="x">sagte</a><span> ja</span>.', 'Der Tesla-Chef sagte ja.'],
    ['breaks', 'a<br>b<br/><br>c<br></p>d', 'a\nb\n\nc\nd'],
    [
      'lists',
      'Es gibt:<ul><li>Eins<li><p>Zwei</p><ul><li>innen</ul></li></ul><ol><li>Drei</li></ol>Ende',
      'Es gibt:\n\nEins\nZwei\ninnen\n\nDrei\n\nEnde',
    ],
    [
      'tables',
      '<table><caption>Preise</caption><thead><tr><th>Ware<th>Euro</thead><tr><td>Brot<td>3,50<tr><td><td> 4 </table>.',
      'Preise\nWare\tEuro\nBrot\t3,50\n\t4\n\n.',
    ],
    ['tables that lay out a page', '<table><tr><td><p>Eins</p><p>Zwei</p></td><td>Rand</td></tr></table>', 'Eins\n\nZwei\n\nRand'],
    ['definitions', '<dl><dt>BIP<dd>Wirtschaftsleistung<dt>EZB<dd>Notenbank</dl>', 'BIP\nWirtschaftsleistung\nEZB\nNotenbank'],
    ['kept white space', '<pre>\n a\n   b\n\n\nc </pre>d<span style="white-space: pre-wrap">e  f\ng</span>', ' a\n   b\n\nc\n\nde  f\ng'],
    [
      'nothing hidden',
      '<p hidden>1<p>a</p><div style="color:red; display : none">2<p>3</div><i style="visibility:hidden">4</i><div hidden=until-found><b>5</div>b',
      'a\n\nb',
    ],
    [
      'no program, style, form or comment',
      '<script>if (a < b) "</p>"</script>a<style>p{}</style><noscript>2<p>3</noscript><template><p>4</template><!-- 5 > 6 --><!5><?6?>' +
        '<textarea>7</textarea><select><option>8</select><svg><title>9</title><text>0</text></svg><button>1</button>b',
      'ab',
    ],
    ['a drawing left open ends where text goes on', '<p>a<svg><path d=x><title>1</title><p>b', 'a\n\nb'],
    ['comments end as in browsers', '<!-->a<!--->b<!-- x --!>c<!-- -- -->d', 'abcd'],
    ['quoted signs in attributes', '<a title="x > y" data-a=\'"\' href = "b>c">d</a><img alt="<p>e">f', 'df'],
    ['text that only looks like markup', '1 < 2 <3 a<b>c</b> & d && <> </ x>e', '1 < 2 <3 ac & d && <> e'],
    ['stray and crossing tags', '</p></div>a<b>b</table></td>c<i>d</b>e</i></body></html>f', 'abcdef'],
    ['cut off', 'a<p>b<a href="x', 'a\n\nb'],
    [
      'the clipboard of word processors',
      '<!--[if gte mso 9]><xml>1</xml><![endif]--><p class=MsoListParagraph><![if !supportLists]>' +
        "<span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Punkt<o:p></o:p></p>",
      'Punkt',
    ],
  ];
  for (const [name, html, text] of cases) assert.equal(htmlToText(html).text, text, name);
});

test('HTML: headings and title', () => {
  const read = htmlToText(
    '<!doctype html><html lang="de-AT"><head><title>Ti&shy;tel &amp;\n mehr</title></head><body>' +
      '<h1> Groß<br><em>und</em> klein </h1><p>x</p><h2></h2><h3>drei<h4>vier</h3>fünf',
  );
  assert.equal(read.text, 'Groß und klein\n\nx\n\ndrei\n\nvier\n\nfünf');
  assert.deepEqual(headingsOf(read), ['Groß und klein', 'drei', 'vier']);
  assert.equal(read.title, 'Ti\u00adtel & mehr');
});

test('character references as browsers read them', () => {
  const cases = [
    ['&auml;&Ouml;&szlig;&euro;&nbsp;&ndash;&bdquo;&ldquo;&hellip;', 'äÖß€\u00a0–„“…'],
    ['&#8364;&#x20AC;&#128;&#150;', '€€€–'],
    ['&#0;&#xD800;&#x110000;&#99999999999999999999;', '\ufffd\ufffd\ufffd\ufffd'],
    [
      '&amp;lt; &ampx &nbspEuro &copyright &auml &AUML; &nope; &; & &#; &#x; &euro',
      '&lt; &x \u00a0Euro ©right ä &AUML; &nope; &; & &#; &#x; &euro',
    ],
    ['&lt;script&gt;', '<script>'],
    ['&yuml;&AElig;&frac12;&times;', 'ÿÆ½×'],
  ];
  for (const [written, read] of cases) assert.equal(decodeEntities(written), read);
  for (const [name, character] of ENTITIES) {
    assert.match(name, /^[A-Za-z][A-Za-z0-9]+$/);
    assert.equal([...character].length, 1, name);
  }
});
