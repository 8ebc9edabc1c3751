export function element(id) {
  return document.getElementById(id);
}

/** An element with text and attributes; text is never read as markup. */
export function make(name, text = '', attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/** Told to those who do not see that something changed. */
export function say(text) {
  element('said').textContent = text;
}
