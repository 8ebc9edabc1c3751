import { say, write } from './dom.js';

/** Copies to the clipboard; the button shows the result. */
export async function copy(button, text, what) {
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  const said = await put(text);
  write(button, said);
  say(`${what}: ${said}`);
  setTimeout(() => write(button, label), 1500);
}

async function put(text) {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    return 'Not allowed here';
  }
}
