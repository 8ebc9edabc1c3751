package dev.ephemint.conformance.traffic;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import java.util.List;

/**
 * One exchange of a file.
 *
 * @param place its place in the file, for people
 * @param url of the request, with query
 * @param request its target is not read
 */
record Exchange(String place, String url, Message request, Message response) {

    /** All header values of both messages that name a credential: they may be repeated in a body. */
    List<String> credentials() {
        return List.of(request, response).stream()
                .flatMap(message -> message.headers().stream())
                .filter(header -> Credentials.isCarriedBy(header.name()))
                .map(Header::value)
                .flatMap(Credentials::in)
                .toList();
    }

    /** Only its place: the rest holds credentials. */
    @Override
    public String toString() {
        return place;
    }
}
