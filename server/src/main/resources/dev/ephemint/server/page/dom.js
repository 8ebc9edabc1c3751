import { masked } from './secret.js';

export function element(id) {
  return document.getElementById(id);
}

/** The one way by which text gets into the page: without the token, and never read as markup. */
export function write(into, text) {
  into.textContent = masked(text);
}

/** An element with text and attributes. */
export function make(name, text = '', attributes = {}) {
  const made = document.createElement(name);
  write(made, text);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/** Announces a change to screen readers. */
export function say(text) {
  write(element('said'), text);
}
