package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one scenario file: a title ({@code # ...}), {@code dialect:} and {@code setting:} lines, then sections that
 * begin with {@code ===} and contain one HTTP message each. Sections of the vendor may be repeated.
 */
final class ScenarioReader {
    private static final String REQUEST = "request";
    private static final String UPSTREAM_REQUEST = "upstream request";
    private static final String UPSTREAM_RESPONSE = "upstream response";
    private static final String UPSTREAM_FAULT = "upstream fault";
    private static final String RESPONSE = "response";
    private static final Set<String> SINGLE = Set.of(REQUEST, UPSTREAM_FAULT, RESPONSE);
    private static final Set<String> REPEATED = Set.of(UPSTREAM_REQUEST, UPSTREAM_RESPONSE);

    private final Path file;
    private final List<String> preamble = new ArrayList<>();
    private final Map<String, List<List<String>>> sections = new LinkedHashMap<>();

    private ScenarioReader(Path file) {
        this.file = file;
    }

    static Scenario read(Path file, String text) {
        ScenarioReader reader = new ScenarioReader(file);
        reader.split(text);
        return reader.scenario();
    }

    private void split(String text) {
        List<String> current = preamble;
        for (String line : text.lines().toList()) {
            if (line.startsWith("===")) {
                current = begin(line.substring(3).strip());
            } else {
                current.add(line);
            }
        }
    }

    private List<String> begin(String name) {
        if (!REPEATED.contains(name) && (!SINGLE.contains(name) || sections.containsKey(name))) {
            throw invalid("unexpected section \"" + name + "\"");
        }
        List<String> lines = new ArrayList<>();
        sections.computeIfAbsent(name, key -> new ArrayList<>()).add(lines);
        return lines;
    }

    private Scenario scenario() {
        return new Scenario(heading(), required(REQUEST), upstream(), required(RESPONSE));
    }

    private Scenario.Heading heading() {
        Map<String, String> settings = new LinkedHashMap<>();
        Optional<TargetDialect> dialect = Optional.empty();
        for (String line : preamble) {
            if (line.startsWith("dialect:")) {
                dialect = Optional.of(
                        TargetDialect.of(line.substring("dialect:".length()).strip()));
            } else if (line.startsWith("setting:")) {
                int equals = line.indexOf('=');
                settings.put(
                        line.substring("setting:".length(), equals).strip(),
                        line.substring(equals + 1).strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw invalid("unknown line: " + line);
            }
        }
        return new Scenario.Heading(file, title(), dialect.orElseThrow(() -> invalid("no dialect")), settings);
    }

    private String title() {
        return preamble.stream()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .map(line -> line.substring(2).strip())
                .orElseThrow(() -> invalid("no title"));
    }

    private UpstreamScript upstream() {
        Optional<VendorFault> fault = all(UPSTREAM_FAULT).stream()
                .map(lines -> VendorFault.valueOf(String.join("", lines).strip().toUpperCase(Locale.ROOT)))
                .findFirst();
        return new UpstreamScript(messages(UPSTREAM_REQUEST), messages(UPSTREAM_RESPONSE), fault);
    }

    private Message required(String section) {
        return messages(section).stream().findFirst().orElseThrow(() -> invalid("no section \"" + section + "\""));
    }

    private List<Message> messages(String section) {
        return all(section).stream().map(lines -> message(section, lines)).toList();
    }

    private List<List<String>> all(String section) {
        return sections.getOrDefault(section, List.of());
    }

    private Message message(String section, List<String> lines) {
        int blank = lines.indexOf("");
        List<String> head = blank < 0 ? lines : lines.subList(0, blank);
        List<String> body = blank < 0 ? List.of() : lines.subList(blank + 1, lines.size());
        if (head.isEmpty()) {
            throw invalid("section \"" + section + "\" does not begin with a start line");
        }
        return new Message(
                head.get(0).strip(),
                head.stream().skip(1).map(this::header).toList(),
                String.join("\n", body).strip());
    }

    private Header header(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw invalid("not a header: " + line);
        }
        return new Header(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private InvalidScenarioException invalid(String reason) {
        return new InvalidScenarioException(file, reason);
    }
}
