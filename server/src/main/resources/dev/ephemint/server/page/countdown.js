/** Seconds of difference that are not skew: a Date header has whole seconds, and the response takes time to arrive. */
const TOLERANCE = 2;

/** How far the vendor's clock is ahead of this one, in seconds. */
export function skewOf(vendorTime, now) {
  const skew = vendorTime === null || vendorTime === undefined ? 0 : vendorTime - now;
  return Math.abs(skew) <= TOLERANCE ? 0 : skew;
}

/** Whole seconds until the token opens no new session; at least 0. */
export function secondsLeft(expiresAt, skew, now) {
  return Math.max(0, Math.floor(expiresAt - now - skew));
}

export function clockText(seconds) {
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}
