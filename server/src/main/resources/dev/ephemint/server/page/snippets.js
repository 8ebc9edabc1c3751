import { element, write } from './dom.js';
import { render } from './render.js';

const NEEDS = {
  curl: 'Prints the token, and in “connect” how to use it.',
  browser: 'A whole page, without packages. Serve it from your own server, which forwards the mint.',
  javascript: 'Node 22 or newer, without packages: save as captions.mjs, run with node.',
  python: 'Python 3.9 or newer, with one package: pip install websockets',
  java: 'Java 17 or newer with ephemint-client on the class path.',
};

/** The tabs with code, which follow the settings. */
export class Snippets {
  #tabs = [...document.querySelectorAll('#tabs [role=tab]')];
  #templates = new Map();
  #settings;
  #language = 'curl';
  text = '';

  constructor(settings) {
    this.#settings = settings;
    this.#tabs.forEach((tab) => tab.addEventListener('click', () => this.#choose(tab)));
    element('tabs').addEventListener('keydown', (pressed) => this.#walk(pressed));
    this.#choose(this.#tabs[0]);
  }

  show(settings) {
    this.#settings = settings;
    this.#draw();
  }

  #choose(chosen) {
    this.#language = chosen.dataset.language;
    this.#tabs.forEach((tab) => {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    });
    element('code-panel').setAttribute('aria-labelledby', chosen.id);
    write(element('code-needs'), NEEDS[this.#language]);
    this.#draw();
  }

  #walk(pressed) {
    const at = this.#tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.#tabs.length - 1 }[pressed.key];
    if (to !== undefined) {
      pressed.preventDefault();
      const tab = this.#tabs.at(to % this.#tabs.length);
      tab.focus();
      this.#choose(tab);
    }
  }

  async #draw() {
    const language = this.#language;
    if (!this.#templates.has(language)) {
      this.#templates.set(
        language,
        fetch(`/page/${language}.txt`).then((response) => response.text()),
      );
    }
    const template = await this.#templates.get(language);
    if (language === this.#language) {
      this.text = render(template, language, this.#settings, location.origin);
      write(element('code'), this.text);
    }
  }
}
