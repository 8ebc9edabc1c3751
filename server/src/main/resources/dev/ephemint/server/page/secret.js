/** Stands for the token wherever it would be shown. */
export const MASK = 'ek_••••••••••••';

/** More than anybody presses Start while old events may still come. */
const MOST = 50;

const secrets = [];

/** From now on no text that the page shows holds it. */
export function hide(value) {
  secrets.push(value);
  secrets.splice(0, secrets.length - MOST);
}

export function masked(text) {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, MASK), String(text ?? ''));
}
