package dev.ephemint.server.mutation;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The report of pitest, compared with the mutations that the page accepts. */
record MutationReport(List<Mutation> mutations) {

    static final Path PAGE = Path.of("docs", "mutation.md");

    private static final Path REPORT = Path.of("target", "pit-reports", "mutations.xml");
    private static final Pattern ROW =
            Pattern.compile("\\| `([\\w.$]+)` \\| `([\\w<>]+)` \\| ([^|]+) \\| (\\w+) \\| \\S[^|]* \\|");

    /**
     * Fails if a mutation that no test kills is not on the page, or one on the page no longer exists or is killed.
     *
     * @param arguments the module's folder
     */
    public static void main(String[] arguments) throws IOException, ParserConfigurationException, SAXException {
        Path module = Path.of(arguments[0]);
        MutationReport report = read(module.resolve(REPORT));
        report.figures().forEach((area, figures) -> System.out.println(area + ": " + figures));
        List<String> differences = report.differences(accepted(module.resolve(PAGE)));
        if (!differences.isEmpty()) {
            throw new IllegalStateException(
                    "server/docs/mutation.md differs from the report:\n" + String.join("\n", differences));
        }
    }

    static MutationReport read(Path xml) throws IOException, ParserConfigurationException, SAXException {
        NodeList entries = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getElementsByTagName("mutation");
        return new MutationReport(IntStream.range(0, entries.getLength())
                .mapToObj(i -> Mutation.of((Element) entries.item(i)))
                .toList());
    }

    /** The rows of a page; one that is not a complete row of the table is not read. */
    static List<Mutation> accepted(Path page) throws IOException {
        try (Stream<String> lines = Files.lines(page)) {
            return lines.flatMap(line -> ROW.matcher(line).results())
                    .map(row -> new Mutation(row.group(1), row.group(2), row.group(3), row.group(4)))
                    .toList();
        }
    }

    /** What is missing on the page, and what is too much there; equal mutations count. */
    List<String> differences(List<Mutation> accepted) {
        List<Mutation> unlisted = new ArrayList<>(mutations.stream()
                .filter(any -> !any.result().equals(Mutation.KILLED))
                .toList());
        List<String> differences = new ArrayList<>();
        for (Mutation row : accepted) {
            if (!unlisted.remove(row)) {
                differences.add("killed or gone: " + row);
            }
        }
        unlisted.forEach(mutation -> differences.add("not listed: " + mutation));
        return differences;
    }

    /** Per package, how many of its mutations are killed. */
    Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        mutations.stream().collect(groupingBy(Mutation::area)).forEach((area, all) -> {
            long survived = all.stream()
                    .filter(any -> any.result().matches("survived|uncovered"))
                    .count();
            long killed = all.size() - survived;
            figures.put(area, killed + " of " + all.size() + " killed, " + killed * 100 / all.size() + " %");
        });
        return figures;
    }
}
