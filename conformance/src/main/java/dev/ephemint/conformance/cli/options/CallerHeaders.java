package dev.ephemint.conformance.cli.options;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.RequestHeaders;
import dev.ephemint.conformance.record.EnvironmentHeader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The headers that each request needs: those of {@code --header}, and those of the profile that it does not replace. */
public final class CallerHeaders {
    private CallerHeaders() {}

    /** @throws IllegalArgumentException says what is wrong, without a value */
    public static List<EnvironmentHeader> of(
            List<String> options, Profile profile, Optional<URI> vendor, Map<String, String> environment) {
        List<EnvironmentHeader> headers = new ArrayList<>();
        options.forEach(option -> headers.add(EnvironmentHeader.parse(option, environment)));
        Profile rest = profile.withoutHeaders(headers.stream()
                .map(header -> header.header().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
        headers.addAll(declared(rest, vendor, environment));
        return headers;
    }

    private static List<EnvironmentHeader> declared(
            Profile profile, Optional<URI> vendor, Map<String, String> environment) {
        List<String> secrets = new ArrayList<>();
        List<Header> filled = RequestHeaders.of(profile, vendor, name -> {
            String value = environment.get(name);
            secrets.addAll(value == null ? List.of() : List.of(value));
            return value;
        });
        List<Header> templates = RequestHeaders.of(profile, vendor, name -> "${" + name + "}");
        List<EnvironmentHeader> headers = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            headers.add(new EnvironmentHeader(filled.get(i), templates.get(i), secrets));
        }
        return headers;
    }
}
