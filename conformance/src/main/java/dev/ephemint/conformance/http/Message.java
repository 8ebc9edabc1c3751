package dev.ephemint.conformance.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request or a response.
 *
 * @param start {@code POST /path} for a request, {@code 200} for a response
 */
public record Message(String start, List<Header> headers, String body) {
    public Message {
        headers = List.copyOf(headers);
    }

    public static Message request(String method, String target, String body) {
        return new Message(method + " " + target, List.of(), body);
    }

    public static Message response(int status, String body) {
        return new Message(Integer.toString(status), List.of(), body);
    }

    public Message with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Message(start, more, body);
    }

    public String method() {
        return start.substring(0, start.indexOf(' '));
    }

    /** Path and query of a request. */
    public String target() {
        return start.substring(start.indexOf(' ') + 1);
    }

    public int status() {
        return Integer.parseInt(start);
    }

    /** All values of the header, joined; empty if it is absent. */
    public Optional<String> header(String name) {
        List<String> values = headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    @Override
    public String toString() {
        return start + headers.stream().map(header -> "\n" + header).collect(Collectors.joining()) + "\n\n" + body;
    }
}
