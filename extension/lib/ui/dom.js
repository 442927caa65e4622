/**
 * The one way our pages make elements. Text becomes text nodes, always: a job title is whatever a page said it is.
 *
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {Record<string, unknown> & {
 *   class?: string,
 *   on?: Record<string, (event: any) => unknown>,
 *   data?: Record<string, string | undefined>,
 * }} Props
 */

/** Set as properties: the attribute of the same name is only the initial value, or is spelt otherwise. */
const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "open", "readOnly", "indeterminate", "htmlFor"]);

/**
 * Set attributes, properties, data and listeners. `undefined`, `null` and `false` take an attribute away.
 * @param {Element} element
 * @param {Props} props
 */
export function assign(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") {
      for (const [type, listener] of Object.entries(/** @type {NonNullable<Props["on"]>} */ (value))) {
        element.addEventListener(type, listener);
      }
    } else if (name === "data") {
      for (const [key, text] of Object.entries(/** @type {Record<string, string | undefined>} */ (value))) {
        if (text === undefined) element.removeAttribute(`data-${key}`);
        else element.setAttribute(`data-${key}`, text);
      }
    } else if (PROPERTIES.has(name)) {
      /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element))[name] = value;
    } else if (value === undefined || value === null || value === false) {
      element.removeAttribute(name);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/**
 * @param {Node} parent
 * @param {readonly Child[]} children
 */
function add(parent, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  // Children first: a select takes its value only once its options are there.
  add(element, children);
  assign(element, props);
  return element;
}

/**
 * Put these children in place of what is there.
 * @param {Element} parent
 * @param {...Child} children
 */
export function fill(parent, ...children) {
  parent.replaceChildren();
  add(parent, children);
}

/**
 * Write text only where it differs: an unchanged text node keeps selections and does not wake a screen reader.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @template {Element} T
 * @param {string} selector
 * @param {{new (): T}} type
 * @param {ParentNode} [root]
 * @returns {T}
 */
export function find(selector, type, root = document) {
  const element = root.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`no ${type.name} at ${selector}`);
  return element;
}

/**
 * @template T
 * @typedef {{el: HTMLElement, update: (item: T) => void}} Row
 */

/**
 * Keep a container's children in step with a list, reusing the rows whose key stays: focus and running
 * transitions survive a push. Where the row that had the focus goes, `main` gets it: the next row's buttons would answer for
 * another job at a second press. Returns the function that shows a new list.
 * @template T
 * @param {Element} container
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => Row<T>} make
 * @returns {(items: readonly T[]) => void}
 */
export function keyedList(container, keyOf, make) {
  /** @type {Map<string, Row<T>>} */
  let rows = new Map();
  return (items) => {
    /** @type {Map<string, Row<T>>} */
    const next = new Map();
    for (const item of items) {
      const key = keyOf(item);
      const row = rows.get(key) ?? make(item);
      row.update(item);
      next.set(key, row);
    }
    const gone = [...rows].filter(([key]) => !next.has(key)).map(([, row]) => row.el);
    const isLost = gone.some((el) => el.contains(document.activeElement));
    for (const el of gone) el.remove();
    if (isLost) container.closest("main")?.focus({ preventScroll: true });
    let place = container.firstElementChild;
    for (const row of next.values()) {
      // Moving an element blurs it, so only those that stand wrong are moved.
      if (row.el === place) place = place.nextElementSibling;
      else container.insertBefore(row.el, place);
    }
    rows = next;
  };
}

let lastId = 0;

/** @param {string} stem */
export function uniqueId(stem) {
  lastId += 1;
  return `${stem}-${lastId}`;
}
