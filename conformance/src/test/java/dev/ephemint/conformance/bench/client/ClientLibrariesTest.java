package dev.ephemint.conformance.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The benchmark starts the Java client with its jar and the kit's, which has no library that only tests have. */
final class ClientLibrariesTest {
    private static final String JSR310 = "com.fasterxml.jackson.datatype:jackson-datatype-jsr310";

    private record Dependency(String id, String scope, boolean isOptional) {
        private boolean isNeeded() {
            return !scope.equals("test") && !isOptional;
        }
    }

    @Test
    void kitHasEachLibraryThatTheClientNeedsAtRunTime() throws Exception {
        List<String> inTheKit = needed("conformance");
        inTheKit.addAll(needed("spec"));

        assertThat(needed("client")).contains(JSR310).allMatch(inTheKit::contains);
    }

    @Test
    void missingLibraryAndOneOfTestsAreSeen() throws Exception {
        assertThat(needed("conformance")).doesNotContain("com.openai:openai-java", "dev.ephemint:ephemint-client");
        assertThat(needed("spec")).doesNotContain(JSR310);
    }

    private static List<String> needed(String module) throws Exception {
        return new ArrayList<>(new TreeSet<>(dependencies(module).stream()
                .filter(Dependency::isNeeded)
                .map(Dependency::id)
                .toList()));
    }

    private static List<Dependency> dependencies(String module) throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Path pom = Path.of("..", module, "pom.xml");
        List<Dependency> found = new ArrayList<>();
        try (var file = Files.newInputStream(pom)) {
            NodeList nodes = parsers.newDocumentBuilder().parse(file).getElementsByTagName("dependency");
            for (int i = 0; i < nodes.getLength(); i++) {
                Element node = (Element) nodes.item(i);
                String id = text(node, "groupId") + ":" + text(node, "artifactId");
                found.add(new Dependency(
                        id, text(node, "scope"), text(node, "optional").equals("true")));
            }
        }
        return found;
    }

    private static String text(Element node, String name) {
        NodeList children = node.getElementsByTagName(name);
        return children.getLength() == 0
                ? ""
                : children.item(0).getTextContent().strip();
    }
}
