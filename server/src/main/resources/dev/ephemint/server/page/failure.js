/** What to do besides, on this page. */
const ADVICE = {
  service_unreachable: 'Is it still running?',
  insecure_context: 'Set server.tls-certificate-file and server.tls-key-file, or use the sample.',
  microphone_denied: 'Allow it, or use the sample.',
  microphone_missing: 'Connect one, or use the sample.',
  microphone_busy: 'Close it, or use the sample.',
};

/** A failure with this page's advice. */
export function advised({ message, type, code, status, param, requestId }) {
  return { message: [message, ADVICE[code]].filter(Boolean).join(' '), code: code ?? type, status, param, requestId };
}

/** The event that shows a failure in the list of events, or undefined. */
export function eventOf({ message, type, code, param, status, requestId, closeCode, url }) {
  if (closeCode) {
    return { type: 'close', code: closeCode, reason: 'The socket did not open.' };
  }
  if (url) {
    return { type: 'unreachable', url };
  }
  if (!status) {
    return undefined;
  }
  return {
    type: 'refused',
    status,
    ...(requestId && { 'x-request-id': requestId }),
    ...(code !== 'unreadable_response' && { error: { message, type, param, code } }),
  };
}
