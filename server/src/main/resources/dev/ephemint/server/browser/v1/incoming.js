/** A received message as an event; one of type `unreadable` if it is not an event. */
export function incoming(data) {
  try {
    const event = JSON.parse(data);
    if (typeof event.type === 'string') {
      return event;
    }
  } catch {
    // Returned as unreadable.
  }
  return { type: 'unreadable', data: String(data) };
}
