package dev.ephemint.conformance.profile;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.input.InvalidInputException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a profile with their variables filled in: <code>${planted-key}</code>, <code>${vendor-url}</code> for the
 * vendor that the kit plays, and <code>${NAME}</code> from the environment.
 */
public final class RequestHeaders {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_-]+)}");

    private final Optional<URI> vendor;
    private final UnaryOperator<@Nullable String> environment;
    private final List<String> problems = new ArrayList<>();

    private RequestHeaders(Optional<URI> vendor, UnaryOperator<@Nullable String> environment) {
        this.vendor = vendor;
        this.environment = environment;
    }

    /**
     * In the order of their names.
     *
     * @param environment returns null for a variable that is not set
     * @throws InvalidInputException has a line for each variable without a value
     */
    public static List<Header> of(Profile profile, Optional<URI> vendor, UnaryOperator<@Nullable String> environment) {
        RequestHeaders variables = new RequestHeaders(vendor, environment);
        List<Header> headers = profile.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> new Header(
                        header.getKey(),
                        variables.fill(profile.name() + ": headers." + header.getKey(), header.getValue())))
                .toList();
        if (!variables.problems.isEmpty()) {
            throw new InvalidInputException(String.join("\n", variables.problems));
        }
        return headers;
    }

    private String fill(String place, String template) {
        return VARIABLE.matcher(template).replaceAll(match -> Matcher.quoteReplacement(value(place, match)));
    }

    private String value(String place, MatchResult match) {
        String name = match.group(1);
        if (name.equals("planted-key")) {
            return PlantedKey.VALUE;
        }
        boolean ofVendor = name.equals("vendor-url");
        String value = ofVendor ? vendor.map(URI::toString).orElse(null) : environment.apply(name);
        if (value == null) {
            problems.add(
                    ofVendor
                            ? place + " needs the vendor that the kit plays; use --vendor-port or --header"
                            : place + ": environment variable " + name + " is not set");
            return "";
        }
        return value;
    }
}
