import { say } from './dom.js';

/** To the clipboard; the button that was pressed says what came of it. */
export async function copy(text, what) {
  const button = document.activeElement;
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  const said = await write(text);
  button.textContent = said;
  say(`${what}: ${said}`);
  setTimeout(() => (button.textContent = label), 1500);
}

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    return 'Not allowed here';
  }
}
