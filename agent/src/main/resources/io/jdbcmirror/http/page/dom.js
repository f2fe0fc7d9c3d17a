// Builds elements, from text alone, and brings what is shown to what should be.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with attributes and children. A child is a node or a text; null, undefined and false
 * are left out. Text is put in as text, whatever it looks like.
 */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function drawing(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/**
 * Changes the children of one element to those given, as little as it can: what stays the same keeps
 * its focus, its selected text and its place. Elements with a data-key are told apart by it.
 */
export function show(parent, ...children) {
  const focused = document.activeElement;
  patchChildren(parent, children.flat(Infinity).filter(Boolean));
  // An element that is moved loses its focus.
  if (document.activeElement !== focused && parent.contains(focused)) focused.focus({ preventScroll: true });
}

function patchChildren(parent, wanted) {
  const keyed = new Map();
  for (const child of parent.children) if (child.dataset.key) keyed.set(child.dataset.key, child);
  let at = parent.firstChild;
  for (const node of wanted) {
    const present = counterpart(node, at, keyed);
    if (!present) {
      parent.insertBefore(node, at);
      continue;
    }
    if (present !== at) parent.insertBefore(present, at);
    patch(present, node);
    at = present.nextSibling;
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function counterpart(node, at, keyed) {
  const key = node.dataset?.key;
  if (key) return keyed.get(key);
  return at && at.nodeName === node.nodeName && !at.dataset?.key ? at : null;
}

function patch(present, wanted) {
  if (present.nodeType === Node.TEXT_NODE) {
    if (present.data !== wanted.data) present.data = wanted.data;
    return;
  }
  for (const { name } of [...present.attributes]) {
    // Whether details are open is the reader's business.
    if (name !== 'open' && !wanted.hasAttribute(name)) present.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
  patchChildren(present, [...wanted.childNodes]);
}

/** A table whose first column names the row; the others hold numbers. */
export function table(caption, columns, rows) {
  const head = columns.map((name, i) => element('th', { scope: 'col', class: i ? 'number' : null }, name));
  return scrolling(caption, element('table', {}, element('caption', {}, caption),
    columns.length ? element('thead', {}, element('tr', {}, head)) : null, element('tbody', {}, rows)));
}

/** A region that scrolls for itself where it is too wide, also by keys. */
export function scrolling(label, ...children) {
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, children);
}

export function row(name, values, { nameClass, rowClass } = {}) {
  return element('tr', { class: rowClass }, element('th', { scope: 'row', class: nameClass }, name),
    values.map(value => element('td', { class: 'number' }, value)));
}

export function section(title, ...children) {
  return element('section', {}, element('h2', {}, title), children);
}
