package dev.ephemint.server.upstream.socket;

/** A message or an end that was received from a socket. */
public sealed interface SocketMessage {

    /** A whole text message, without the key that opened the socket. */
    record Event(String text) implements SocketMessage {

        /** No text: it may hold what was said. */
        @Override
        public String toString() {
            return "Event[" + text.length() + " characters]";
        }
    }

    /** The other side closed it. */
    record Closed(int code, String reason) implements SocketMessage {}

    /** A message was longer than the limit, in characters, and the socket was closed. */
    record TooLong(int limit) implements SocketMessage {}

    /** The connection broke. */
    record Broken() implements SocketMessage {}
}
