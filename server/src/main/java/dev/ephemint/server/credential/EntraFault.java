package dev.ephemint.server.credential;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why no token was obtained. The library's own messages quote the identity service's response, which may hold a token
 * (seen with azure-identity 1.19.0 and a response cut short), so only exception types and error numbers are reported.
 */
record EntraFault(List<String> kinds, List<String> codes) {

    private static final Pattern CODE = Pattern.compile("AADSTS\\d{4,8}");

    static EntraFault of(Throwable failure) {
        return new EntraFault(
                causes(failure).map(cause -> cause.getClass().getSimpleName()).toList(),
                causes(failure).flatMap(EntraFault::codesIn).distinct().toList());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static Stream<String> codesIn(Throwable cause) {
        return CODE.matcher(Objects.requireNonNullElse(cause.getMessage(), ""))
                .results()
                .map(MatchResult::group);
    }
}
