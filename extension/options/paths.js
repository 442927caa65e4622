/** Reading and writing within a profile by path ("basics.location.city"), leaving alone all that we do not know. */

/** @typedef {Record<string, any>} Tree */

/**
 * @param {Tree} tree
 * @param {string} path
 * @returns {any}
 */
export function read(tree, path) {
  /** @type {any} */
  let at = tree;
  for (const name of path.split(".")) at = at?.[name];
  return at;
}

/**
 * What is empty is taken out, and so is the object that this leaves empty: a profile holds what was said, no more.
 * @param {Tree} tree
 * @param {string} path
 * @param {any} value
 */
export function write(tree, path, value) {
  const names = path.split(".");
  const last = /** @type {string} */ (names.pop());
  /** @type {Tree[]} */
  const parents = [tree];
  for (const name of names) {
    const parent = /** @type {Tree} */ (parents.at(-1));
    const child = parent[name];
    if (typeof child !== "object" || child === null || Array.isArray(child)) parent[name] = {};
    parents.push(parent[name]);
  }
  const parent = /** @type {Tree} */ (parents.at(-1));
  if (!isEmpty(value)) {
    parent[last] = value;
    return;
  }
  delete parent[last];
  for (let depth = names.length; depth > 0; depth -= 1) {
    if (Object.keys(/** @type {Tree} */ (parents[depth])).length > 0) return;
    delete (/** @type {Tree} */ (parents[depth - 1])[/** @type {string} */ (names[depth - 1])]);
  }
}

/** @param {any} value */
function isEmpty(value) {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
