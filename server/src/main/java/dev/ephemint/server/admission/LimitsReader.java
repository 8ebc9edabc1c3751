package dev.ephemint.server.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the object {@code limits} of a policy, and reports all that is wrong in it. */
final class LimitsReader {

    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,6})(s|m|h|d)");
    private static final int MOST_WINDOWS = 4;

    private final BiConsumer<String, String> problems;

    private LimitsReader(BiConsumer<String, String> problems) {
        this.problems = problems;
    }

    static Limits read(JsonNode limits, BiConsumer<String, String> problems) {
        LimitsReader reader = new LimitsReader(problems);
        if (limits.isMissingNode() || !reader.isObject("", limits, Set.of("caller", "end-user"))) {
            return Limits.NONE;
        }
        return new Limits(
                reader.scope("caller", limits.path("caller")), reader.scope("end-user", limits.path("end-user")));
    }

    private ScopeLimits scope(String path, JsonNode scope) {
        if (scope.isMissingNode() || !isObject(path, scope, Set.of("windows", "open-tokens"))) {
            return ScopeLimits.NONE;
        }
        return new ScopeLimits(
                windows(path + ".windows", scope.path("windows")),
                number(path + ".open-tokens", scope.path("open-tokens")).map(Long::intValue));
    }

    private List<Window> windows(String path, JsonNode windows) {
        List<Window> read = new ArrayList<>();
        if (windows.isMissingNode()) {
            return read;
        }
        if (!windows.isArray() || windows.size() > MOST_WINDOWS) {
            problems.accept(path, "must be a list of at most " + MOST_WINDOWS + " windows");
            return read;
        }
        for (int i = 0; i < windows.size(); i++) {
            String at = path + "[" + i + "]";
            window(at, windows.get(i)).ifPresent(window -> {
                if (read.stream().anyMatch(other -> other.per().equals(window.per()))) {
                    problems.accept(at + ".per", "is the length of another window, too");
                } else {
                    read.add(window);
                }
            });
        }
        return read;
    }

    private Optional<Window> window(String path, JsonNode window) {
        if (!isObject(path, window, Set.of("requests", "per"))) {
            return Optional.empty();
        }
        Optional<Long> requests =
                required(path + ".requests", window.path("requests")).flatMap(node -> number(path + ".requests", node));
        Optional<Duration> per =
                required(path + ".per", window.path("per")).flatMap(node -> duration(path + ".per", node));
        return requests.flatMap(count -> per.map(length -> new Window(count, length)));
    }

    private Optional<JsonNode> required(String path, JsonNode node) {
        if (node.isMissingNode()) {
            problems.accept(path, "is missing");
            return Optional.empty();
        }
        return Optional.of(node);
    }

    private Optional<Long> number(String path, JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
            problems.accept(path, "must be a whole number from 1 to " + Integer.MAX_VALUE);
            return Optional.empty();
        }
        return Optional.of(node.longValue());
    }

    private Optional<Duration> duration(String path, JsonNode node) {
        Matcher text = DURATION.matcher(node.isTextual() ? node.textValue() : "");
        Optional<Duration> duration = text.matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text.group(1)) * seconds(text.group(2))))
                : Optional.empty();
        if (duration.filter(length -> length.compareTo(Window.LONGEST) <= 0).isEmpty()) {
            problems.accept(path, "must be a duration from 1s to 31d, such as 60s, 5m, 1h or 1d");
            return Optional.empty();
        }
        return duration;
    }

    private static long seconds(String unit) {
        return switch (unit) {
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 1;
        };
    }

    private boolean isObject(String path, JsonNode node, Set<String> names) {
        if (!node.isObject()) {
            problems.accept(path, "must be an object");
            return false;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                problems.accept(
                        path.isEmpty() ? name : path + "." + name,
                        "is unknown; known: " + names.stream().sorted().toList());
            }
        });
        return true;
    }
}
