/** Stands for the token wherever it would be shown. */
export const MASK = 'ek_••••••••••••';

let secret = '';

/** From now on no text that the page shows holds it. */
export function hide(value) {
  secret = value;
}

export function masked(text) {
  const shown = String(text ?? '');
  return secret ? shown.replaceAll(secret, MASK) : shown;
}
