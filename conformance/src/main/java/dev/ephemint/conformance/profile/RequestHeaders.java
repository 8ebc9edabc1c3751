package dev.ephemint.conformance.profile;

import dev.ephemint.conformance.http.Header;
import java.net.URI;
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

    private RequestHeaders(Optional<URI> vendor, UnaryOperator<@Nullable String> environment) {
        this.vendor = vendor;
        this.environment = environment;
    }

    /**
     * In the order of their names.
     *
     * @param environment returns null for a variable that is not set
     * @throws InvalidProfileException if a variable has no value
     */
    public static List<Header> of(Profile profile, Optional<URI> vendor, UnaryOperator<@Nullable String> environment) {
        RequestHeaders variables = new RequestHeaders(vendor, environment);
        return profile.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> new Header(
                        header.getKey(),
                        variables.fill(profile.name() + ": headers." + header.getKey(), header.getValue())))
                .toList();
    }

    private String fill(String place, String template) {
        return VARIABLE.matcher(template).replaceAll(match -> Matcher.quoteReplacement(value(place, match)));
    }

    private String value(String place, MatchResult match) {
        String name = match.group(1);
        if (name.equals("planted-key")) {
            return PlantedKey.VALUE;
        }
        if (name.equals("vendor-url")) {
            return vendor.orElseThrow(() -> new InvalidProfileException(
                            place + " needs the vendor that the kit plays; use --vendor-port or --header"))
                    .toString();
        }
        String value = environment.apply(name);
        if (value == null) {
            throw new InvalidProfileException(place + ": environment variable " + name + " is not set");
        }
        return value;
    }
}
