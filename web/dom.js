// Builds DOM nodes. The content policy forbids markup from strings, so everything on the page comes through here.

/**
 * @typedef {Node | string | null | undefined | false | ChildList} Child
 * @typedef {Child[]} ChildList
 * @typedef {Record<string, unknown>} Props `onclick` and the like are listeners, booleans set or leave out an attribute
 */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Props} [props] @param {...Child} children @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag @param {Props} [props] @param {...Child} children @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, props, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children);
}

/**
 * @template {Element} T
 * @param {T} element @param {Props | undefined} props @param {Child[]} children @returns {T}
 */
function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...flat(children));
  return element;
}

/**
 * Replaces what is inside an element. The keyboard focus stays where it was, if an element with the same id is there again,
 * else on the first button; so does what was put into fields, as long as they ask about the same thing (`data-draft`).
 * @param {Element} element @param {...Child} children
 */
export function replace(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement?.id : '';
  const drafts = draftsIn(element);
  element.replaceChildren(...flat(children));
  for (const field of draftsIn(element)) {
    const old = drafts.find(({ id, dataset }) => id === field.id && dataset.draft === field.dataset.draft);
    if (!old?.value) continue;
    field.value = old.value;
    if (field.value === '' && field instanceof HTMLSelectElement) field.selectedIndex = 0; // that choice is gone
  }
  if (focused) (document.getElementById(focused) ?? element.querySelector('button'))?.focus({ preventScroll: true });
}

/** @param {Element} element @returns {(HTMLInputElement | HTMLSelectElement)[]} */
const draftsIn = (element) => [...element.querySelectorAll('[data-draft]')].map((field) => /** @type {HTMLInputElement} */ (field));

/** @param {Child[]} children @returns {(Node | string)[]} */
const flat = (children) => /** @type {any} */ (children).flat(Infinity).filter((/** @type {unknown} */ child) => child);

/** @param {string} id @returns {HTMLElement} an element that index.html is known to have */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}

/** Frames in which paragraphs that come into view get their true heights (content-visibility) and push on what is below them. */
const FRAMES = 10;
let following = 0;

/** Brings an element into view and holds it there until the way to it has settled. @param {Element} element @param {ScrollIntoViewOptions} [options] */
export function bringIntoView(element, options) {
  cancelAnimationFrame(following);
  let left = FRAMES;
  const follow = () => {
    element.scrollIntoView(options);
    left -= 1;
    if (left > 0) following = requestAnimationFrame(follow);
  };
  follow();
}
