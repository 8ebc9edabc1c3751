package dev.ephemint.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ephemint.conformance.KitData;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.run.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class ReportFilesTest {
    private static final Report HOSTILE = HostileRun.report();
    private static final Map<String, String> FILES = ReportFiles.all(HOSTILE);

    private static Stream<String> files() {
        return Stream.concat(FILES.keySet().stream().sorted(), Stream.of("console"));
    }

    private static String content(String file) {
        return file.equals("console") ? String.join("\n", ConsoleReport.of(HOSTILE)) : file(file);
    }

    private static String file(String name) {
        String text = FILES.get(name);
        assertThat(text).as(name).isNotNull();
        return text == null ? "" : text;
    }

    @Test
    void theRunHasEachVerdict() {
        assertThat(HOSTILE.run().counts())
                .containsEntry(Verdict.PASSED, 1L)
                .containsEntry(Verdict.FAILED, 1L)
                .containsEntry(Verdict.KNOWN, 1L)
                .containsEntry(Verdict.FLAKY, 1L)
                .containsEntry(Verdict.NOT_PROVEN, 2L)
                .containsEntry(Verdict.NOT_APPLICABLE, 1L)
                .containsEntry(Verdict.NOT_RUN, 1L);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noReportHoldsASecret(String file) {
        assertThat(content(file))
                .doesNotContain(HostileRun.CALLER_KEY)
                .doesNotContain(HostileRun.VENDOR_KEY)
                .doesNotContain(HostileRun.TOKEN)
                .doesNotContain(HostileRun.PLAIN_TOKEN);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noReportHoldsAControlCharacter(String file) {
        assertThat(content(file).chars())
                .noneMatch(c -> c != '\n' && c != '\t' && (Character.isISOControl(c) || c == 0x202e));
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachReportIsBounded(String file) {
        assertThat(content(file)).hasSizeLessThan(100_000);
    }

    @Test
    void theJsonReportFollowsItsSchema() {
        JsonNode report = ExactJson.parse(file("report.json"));

        assertThat(violations(report)).isEmpty();
        assertThat(report.path("conclusion").textValue()).isEqualTo("failed");
        assertThat(report.at("/checks/1/exchanges/0/upstream/0/start").textValue())
                .isEqualTo("POST /vendor");
        assertThat(report.at("/checks/1/exchanges/0/curl").textValue())
                .contains("${GATEWAY_KEY}", "'{\"a\": \"it'\\''s [redacted]\"}'");
    }

    @Test
    void theSchemaRejectsAFailureWithoutADifference() {
        JsonNode report = ExactJson.parse(file("report.json").replace("\"differences\"", "\"others\""));

        assertThat(violations(report)).isNotEmpty();
    }

    private static List<String> violations(JsonNode report) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ExactJson.read(KitData.path("report/report-1.schema.json")));
        return schema.validate(report).stream().map(Object::toString).toList();
    }

    @Test
    void theJunitReportIsWellFormedAndCounts() throws Exception {
        Element suites = xml(file("junit.xml")).getDocumentElement();

        assertThat(texts(suites.getElementsByTagName("testcase"), "name"))
                .contains("pass/1", "fail/<b>&\"'", "proven/1");
        assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(suites.getElementsByTagName("error").getLength()).isEqualTo(2);
        assertThat(suites.getElementsByTagName("skipped").getLength()).isEqualTo(4);
        assertThat(elements(suites)).containsOnly("testsuite", "testcase", "failure", "error", "skipped");
    }

    @Test
    void theSarifReportHasAResultForWhatIsNotable() {
        JsonNode run = ExactJson.parse(file("report.sarif")).at("/runs/0");

        assertThat(run.path("results").findValuesAsText("level"))
                .containsExactly("error", "warning", "warning", "note", "note", "error");
        assertThat(run.path("results").findValuesAsText("ruleId"))
                .allSatisfy(rule -> assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
                        .contains(rule));
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo("profile.yaml");
        assertThat(run.at("/results/4/suppressions/0/kind").textValue()).isEqualTo("external");
    }

    @Test
    void theHtmlReportIsWellFormedAndHoldsNothingActive() throws Exception {
        String html = file("report.html");
        Document page = xml(html.replace("<!DOCTYPE html>", ""));

        assertThat(elements(page.getDocumentElement()))
                .isSubsetOf(Set.of(
                        "head",
                        "meta",
                        "title",
                        "style",
                        "body",
                        "header",
                        "h1",
                        "strong",
                        "p",
                        "ul",
                        "li",
                        "main",
                        "figure",
                        "svg",
                        "text",
                        "path",
                        "figcaption",
                        "span",
                        "form",
                        "label",
                        "input",
                        "fieldset",
                        "legend",
                        "output",
                        "ol",
                        "details",
                        "summary",
                        "code",
                        "pre",
                        "script"));
        assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
        assertThat(attributes(page.getDocumentElement()))
                .noneMatch(name ->
                        name.startsWith("on") || name.equals("href") || name.equals("src") || name.equals("style"));
        assertThat(html).contains("default-src 'none'; style-src 'sha256-");
    }

    @Test
    void theMarkdownReportShowsMarkupAsText() {
        String markdown = file("report.md");

        String outside =
                markdown.replaceAll("(?s)(`{3,})text\n.*?\n\\1\n", "").replaceAll("(?s)(?<!`)(`+) .*? \\1(?!`)", "");
        assertThat(outside.replace("<details><summary>Details</summary>", "").replace("</details>", ""))
                .doesNotContain("<", "@", "](");
    }

    @Test
    void theMarkdownReportFitsIntoAComment() {
        assertThat(MarkdownReport.of(LargeRun.report(2_000)))
                .hasSizeLessThan(65_536)
                .contains(" more: see the other");
    }

    @Test
    void theBadgeSaysHowManyFailed() {
        assertThat(ExactJson.parse(file("badge.json"))).isEqualTo(ExactJson.parse("""
                        {"schemaVersion": 1, "label": "realtime minting", "message": "1 failed", "color": "red"}"""));
    }

    @Test
    void writesEachFile(@TempDir Path directory) throws IOException {
        ReportFiles.write(HOSTILE, directory.resolve("new"));

        assertThat(Files.readString(directory.resolve("new/junit.xml"))).isEqualTo(file("junit.xml"));
        assertThat(directory.resolve("new")).isDirectoryContaining("glob:**/report.{json,sarif,md,html}");
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<String> texts(NodeList nodes, String attribute) {
        return elements(nodes).map(element -> element.getAttribute(attribute)).toList();
    }

    private static List<String> elements(Element root) {
        return elements(root.getElementsByTagName("*")).map(Element::getTagName).toList();
    }

    private static List<String> attributes(Element root) {
        return elements(root.getElementsByTagName("*"))
                .flatMap(element -> Stream.iterate(
                                0, i -> i < element.getAttributes().getLength(), i -> i + 1)
                        .map(i -> element.getAttributes().item(i).getNodeName()))
                .toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(i -> (Element) nodes.item(i));
    }
}
