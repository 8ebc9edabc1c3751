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

/** Told to those who do not see that something changed. */
export function say(text) {
  write(element('said'), text);
}
