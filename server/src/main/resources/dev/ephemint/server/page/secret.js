import { MASK } from '../browser/v1/errors.js';

/** Secrets to remember: more than a user can mint while old events still arrive. */
const MOST = 50;

const secrets = [];

/** From now on no text on the page contains it. */
export function hide(value) {
  secrets.push(value);
  secrets.splice(0, secrets.length - MOST);
}

export function masked(text) {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, MASK), String(text ?? ''));
}
