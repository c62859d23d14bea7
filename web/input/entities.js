// Character references of HTML ("&auml;", "&#8364;", "&#x20ac;"), the way browsers read them.

/** Names of U+00A0 to U+00FF, in their order; browsers read these without a semicolon as well. */
const LATIN = 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot '
  + 'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml '
  + 'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig '
  + 'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute '
  + 'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Other names: those of HTML 4, and of HTML 5 what editors and newspapers' systems write; a name and its character. */
const NAMES = 'amp & lt < gt > quot " apos \' AMP & LT < GT > QUOT " COPY © REG ® OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č '
  + 'ccaron č Rcaron Ř rcaron ř Ecaron Ě ecaron ě Dcaron Ď dcaron ď Tcaron Ť tcaron ť Ncaron Ň ncaron ň Lstrok Ł lstrok ł Aogon Ą '
  + 'aogon ą Eogon Ę eogon ę Cacute Ć cacute ć Nacute Ń nacute ń Sacute Ś sacute ś Zacute Ź zacute ź Zdot Ż zdot ż Dstrok Đ dstrok '
  + 'đ Gbreve Ğ gbreve ğ Scedil Ş scedil ş Idot İ imath ı inodot ı Uring Ů uring ů Odblac Ő odblac ő Udblac Ű udblac ű Abreve Ă '
  + 'abreve ă Tcedil Ţ tcedil ţ Amacr Ā amacr ā Emacr Ē emacr ē Imacr Ī imacr ī Omacr Ō omacr ō Umacr Ū umacr ū Yuml Ÿ fnof ƒ circ '
  + 'ˆ tilde ˜ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π '
  + 'Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι '
  + 'kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω thetasym ϑ '
  + 'upsih ϒ piv ϖ ndash – mdash — horbar ― lsquo ‘ rsquo ’ sbquo ‚ lsquor ‚ rsquor ’ ldquo “ rdquo ” bdquo „ ldquor „ rdquor ” '
  + 'lsaquo ‹ rsaquo › dagger † Dagger ‡ ddagger ‡ bull • bullet • hellip … mldr … nldr ‥ permil ‰ pertenk ‱ prime ′ Prime ″ oline '
  + '‾ frasl ⁄ euro € trade ™ TRADE ™ image ℑ weierp ℘ real ℜ alefsym ℵ numero № copysr ℗ ell ℓ ohm Ω larr ← uarr ↑ rarr → darr ↓ '
  + 'harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ nearr ↗ searr ↘ rightarrow → leftarrow ← forall ∀ part ∂ exist ∃ empty ∅ '
  + 'nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ '
  + 'sim ∼ cong ≅ asymp ≈ approx ≈ ne ≠ equiv ≡ le ≤ leq ≤ ge ≥ geq ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot '
  + '⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ starf ★ star ☆ phone ☎ check ✓ '
  + 'checkmark ✓ cross ✗ frac13 ⅓ frac23 ⅔ frac15 ⅕ frac25 ⅖ frac35 ⅗ frac45 ⅘ frac16 ⅙ frac56 ⅚ frac18 ⅛ frac38 ⅜ frac58 ⅝ frac78 '
  + '⅞ half ½ excl ! num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period . sol / colon : semi ; equals = quest ? '
  + 'commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] Hat ^ lowbar _ grave ` lcub { lbrace { verbar | vert | rcub } rbrace } hyphen '
  + '‐ dash ‐ filig ﬁ fllig ﬂ fflig ﬀ ffilig ﬃ ffllig ﬄ centerdot · blank ␣';

/** Characters that one could not see in the list above. @type {[string, string][]} */
const UNSEEN = [
  ['Tab', '\t'], ['NewLine', '\n'], ['ensp', '\u2002'], ['emsp', '\u2003'], ['emsp13', '\u2004'], ['emsp14', '\u2005'],
  ['numsp', '\u2007'], ['puncsp', '\u2008'], ['thinsp', '\u2009'], ['ThinSpace', '\u2009'], ['hairsp', '\u200a'], ['ZeroWidthSpace', '\u200b'],
  ['zwnj', '\u200c'], ['zwj', '\u200d'], ['lrm', '\u200e'], ['rlm', '\u200f'], ['NoBreak', '\u2060'], ['NonBreakingSpace', '\u00a0'],
];

const latin = LATIN.split(' ').map((name, index) => /** @type {[string, string]} */ ([name, String.fromCharCode(0xa0 + index)]));
const words = NAMES.split(' ');
const named = words.flatMap((name, index) => (index % 2 === 0 ? [/** @type {[string, string]} */ ([name, words[index + 1]])] : []));

/** @type {ReadonlyMap<string, string>} */
export const ENTITIES = new Map([...latin, ...named, ...UNSEEN]);

/** Read without a semicolon too: they are older than the rule. */
const OLD = new Set([...latin.map(([name]) => name), 'amp', 'lt', 'gt', 'quot', 'AMP', 'LT', 'GT', 'QUOT', 'COPY', 'REG']);
const LONGEST_OLD = 6;

/** What "&#128;" to "&#159;" mean: the page was written in Windows-1252. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** C1 controls in a text that was read as Latin-1 or Windows-1252 are signs of the latter. @param {string} text @returns {string} */
export const withWindowsSigns = (text) => text.replace(/[\x80-\x9f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80]);

/** @param {string} text @returns {string} with all references that browsers know replaced; the others stay as they are written */
export function decodeEntities(text) {
  return text.replace(/&(?:#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?|([A-Za-z][A-Za-z0-9]{1,30})(;?))/g, (whole, hex, decimal, name, semicolon) => {
    if (name === undefined) return character(hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16));
    const exact = ENTITIES.get(name);
    if (exact !== undefined && (semicolon || OLD.has(name))) return exact;
    return oldStart(name, semicolon) ?? whole;
  });
}

/** "&nbspEuro": the longest old name that the letters begin with. @param {string} name @param {string} semicolon */
function oldStart(name, semicolon) {
  for (let length = Math.min(LONGEST_OLD, name.length); length > 1; length -= 1) {
    const head = name.slice(0, length);
    if (OLD.has(head)) return /** @type {string} */ (ENTITIES.get(head)) + name.slice(length) + semicolon;
  }
  return undefined;
}

/** @param {number} code */
function character(code) {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80];
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}
