package dev.ephemint.server.settings.reader;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Parses values. An invalid value is reported as a problem and replaced by the default. */
final class Values {

    private static final String DURATION = "must be a duration such as PT2S or PT0.5S";

    private final Map<Property, String> set;
    private final Problems problems;

    Values(Map<Property, String> set, Problems problems) {
        this.set = set;
        this.problems = problems;
    }

    /** Every value that is set, as it was written. */
    Map<Property, String> set() {
        return Collections.unmodifiableMap(set);
    }

    boolean isSet(Property property) {
        return set.containsKey(property);
    }

    String text(Property property) {
        return set.getOrDefault(property, property.defaultValue());
    }

    Optional<String> optional(Property property) {
        return Optional.of(text(property)).filter(text -> !text.isEmpty());
    }

    int integer(Property property) {
        return parse(property, Integer::valueOf, "must be a whole number");
    }

    boolean flag(Property property) {
        return parse(property, Values::bool, "must be true or false");
    }

    /** Empty if the property is not set. */
    Optional<Boolean> decision(Property property) {
        return parse(
                property, text -> text.isEmpty() ? Optional.empty() : Optional.of(bool(text)), "must be true or false");
    }

    Duration duration(Property property) {
        return parse(property, Duration::parse, DURATION);
    }

    /** Empty if the property is not set. */
    Optional<Duration> optionalDuration(Property property) {
        return parse(property, text -> text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text)), DURATION);
    }

    <E extends Enum<E>> E choice(Property property, Class<E> type) {
        List<E> choices = List.of(type.getEnumConstants());
        return parse(
                property,
                text -> choices.stream()
                        .filter(choice -> choice.toString().equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                "must be one of " + choices);
    }

    List<String> list(Property property) {
        return Arrays.stream(text(property).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Origins in the form in which browsers send them. */
    List<String> origins(Property property) {
        List<String> origins = list(property);
        origins.stream()
                .filter(origin -> !isOrigin(origin))
                .findFirst()
                .ifPresent(origin -> problems.add(
                        property,
                        "must be origins as browsers send them, such as https://captions.example or http://localhost:3000:"
                                + " lower case, no path, no default port; got " + origin));
        return origins;
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            int standard = "https".equals(uri.getScheme()) ? 443 : 80;
            return web
                    && uri.getHost() != null
                    && uri.getPort() != standard
                    && text.equals(text.toLowerCase(Locale.ROOT))
                    && text.equals(
                            uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    Map<String, String> pairs(Property property) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String item : list(property)) {
            String[] nameAndValue = item.split("=", -1);
            boolean pair =
                    nameAndValue.length == 2 && Arrays.stream(nameAndValue).noneMatch(String::isBlank);
            if (!pair || pairs.put(nameAndValue[0].strip(), nameAndValue[1].strip()) != null) {
                problems.add(property, "must be model=deployment pairs, comma-separated, each model once");
                break;
            }
        }
        return pairs;
    }

    /** An address of http or https. */
    Optional<URI> web(Property property) {
        Optional<URI> address = parse(
                property,
                text -> text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text)),
                "must be an http or https address");
        if (address.isPresent()
                && !(address.get().isAbsolute()
                        && address.get().getScheme().matches("https?")
                        && address.get().getHost() != null
                        && address.get().getUserInfo() == null)) {
            problems.add(property, "must be an http or https address without a password");
            return Optional.empty();
        }
        return address;
    }

    Optional<Path> file(Property property) {
        Optional<Path> path = optional(property).map(Path::of);
        path.filter(file -> !Files.isReadable(file) || Files.isDirectory(file))
                .ifPresent(file -> problems.add(property, "cannot read file " + file));
        return path;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private <T> T parse(Property property, Function<String, T> parser, String rule) {
        try {
            return parser.apply(text(property));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            problems.add(property, rule);
            return parser.apply(property.defaultValue());
        }
    }
}
