/** A second of difference is how exactly a Date header tells the time, and the way of the answer takes some, too. */
const WITHIN_REASON = 2;

/** How far the vendor's clock is ahead of this one, in seconds. */
export function skewOf(vendorTime, now) {
  const skew = vendorTime === null || vendorTime === undefined ? 0 : vendorTime - now;
  return Math.abs(skew) <= WITHIN_REASON ? 0 : skew;
}

/** Whole seconds until the vendor lets the token open nothing more, never less than none. */
export function secondsLeft(expiresAt, skew, now) {
  return Math.max(0, Math.floor(expiresAt - now - skew));
}

export function clockText(seconds) {
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}
