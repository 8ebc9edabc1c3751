/** What came over the line: an event, or one that tells what could not be read as one. */
export function incoming(data) {
  try {
    const event = JSON.parse(data);
    if (typeof event.type === 'string') {
      return event;
    }
  } catch {
    // Told below.
  }
  return { type: 'unreadable', data: String(data) };
}
