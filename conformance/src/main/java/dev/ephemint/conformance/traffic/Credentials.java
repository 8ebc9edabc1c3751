package dev.ephemint.conformance.traffic;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The credentials in the headers and the address of a recorded request. */
final class Credentials {
    private static final Pattern HEADER =
            Pattern.compile("(?i)(?:proxy-)?authorization|(?:set-)?cookie|.*(?:key|token|secret|password).*");
    private static final Pattern PARAMETER = Pattern.compile("(?i).*(?:key|token|secret|password|sig|code|auth).*");
    private static final Pattern GAP = Pattern.compile("[\\s,;=]+");
    private static final int SHORTEST = 12;

    private Credentials() {}

    static boolean isCarriedBy(String header) {
        return HEADER.matcher(header).matches();
    }

    /** The parts of a header's value that are long enough for a credential: neither a scheme nor a flag of a cookie. */
    static Stream<String> in(String value) {
        return GAP.splitAsStream(value).filter(part -> part.length() >= SHORTEST);
    }

    /** Those in a query. */
    static Stream<String> inQuery(String query) {
        return Stream.of(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter ->
                        parameter.length == 2 && PARAMETER.matcher(parameter[0]).matches())
                .map(parameter -> parameter[1])
                .filter(value -> value.length() >= SHORTEST);
    }
}
