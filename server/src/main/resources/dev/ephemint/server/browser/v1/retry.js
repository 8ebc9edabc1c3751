import { EphemintError, redacted } from './errors.js';

/** The lowest close code of a rejection: OpenAI closes with 3000 for the key and 4000 for the request (recorded, 2026-09). */
const FIRST_REFUSAL = 3000;

/** Vendors' codes after which the same request fails again, and those after which it may not. */
const FINAL = [
  'insufficient_quota',
  'credit_balance_exhausted',
  'model_not_found',
  'invalid_model',
  'DeploymentNotFound',
  'invalid_api_key',
  'unsupported_country_region_territory',
  'AuthenticationTypeDisabled',
  'PermissionDenied',
  'beta_api_shape_disabled',
  'missing_model',
  'invalid_beta',
  'OperationNotSupported',
  'OpperationNotSupported',
];
const PASSING = [
  'rate_limit_exceeded',
  'rate_limit_error',
  'slow_down',
  'server_is_overloaded',
  'service_unavailable_error',
  'session_expired',
  'server_error',
];
const OWN = ['service_unreachable', 'timeout', 'socket_not_opened', 'call_not_opened', 'connection_lost'];

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
const LONGEST_RETRY_AFTER = 60_000;

/** Whether another attempt may succeed. */
export function isPassing({ code, type, status, closeCode, retryAfter }) {
  if (FINAL.includes(code) || FINAL.includes(type) || (retryAfter ?? 0) * 1000 > LONGEST_RETRY_AFTER) {
    return false;
  }
  if (PASSING.includes(code) || PASSING.includes(type)) {
    return true;
  }
  return status === null
    ? OWN.includes(code) && (closeCode ?? 0) < FIRST_REFUSAL
    : status === 408 || status === 429 || status >= 500;
}

/** Milliseconds: half a second, doubled each time up to eight, up to half as much again by chance, or as long as the service says. */
export function waitBefore(attempt, retryAfter) {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * (1 + Math.random() / 2);
  return Math.max(wait, (retryAfter ?? 0) * 1000);
}

/** Why a connection ended: the error that the vendor sent before, or what its close says. */
export function lostBy({ code, reason }, before, token) {
  const said = redacted(reason, token);
  const [last = ''] = said.split('.').slice(-1);
  const known = [...FINAL, ...PASSING].includes(last.trim()) ? last.trim() : null;
  return new EphemintError(before?.message ?? `The vendor closed the session. ${said}`.trim(), {
    type: before?.type,
    code: before?.code ?? known ?? 'connection_lost',
    param: before?.param,
    closeCode: code,
    cause: before,
  });
}
