/** Calls listeners. One that throws is reported by the platform and stops no other. */
export class Emitter {
  #target = new EventTarget();
  #types;

  constructor(types) {
    this.#types = types;
  }

  on(type, listener) {
    if (!this.#types.includes(type)) {
      throw new TypeError(`There is no event '${type}', but ${this.#types.join(', ')}.`);
    }
    const handler = (event) => listener(event.detail);
    this.#target.addEventListener(type, handler);
    return () => this.#target.removeEventListener(type, handler);
  }

  emit(type, detail) {
    this.#target.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
