package dev.ephemint.conformance.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.json.ExactJson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoverageReportTest {
    private static final CoverageReport.Line UNUSED = line("a request b member", State.UNTOUCHED);
    private static final CoverageReport.Line TESTED = line("a request c member", State.TESTED);

    @Test
    void aPartThatIsNeitherTestedNorListedFailsTheGate() {
        assertThat(report(List.of(UNUSED, TESTED)).unlisted()).containsExactly("a request b member: untouched");
    }

    @Test
    void anEntryWithAReasonExcusesItsPart() {
        CoverageException entry = new CoverageException("a request b *", State.UNTOUCHED, "why");

        CoverageReport report = report(List.of(UNUSED, TESTED), entry);

        assertThat(report.unlisted()).isEmpty();
        assertThat(report.text()).contains("untouched a request b member: why");
        assertThat(report.json().at("/parts/0/reason").textValue()).isEqualTo("why");
        assertThat(report.json().at("/counts/untouched").intValue()).isEqualTo(1);
    }

    @Test
    void anEntryWhosePartIsTestedByNowFailsTheGate() {
        CoverageException entry = new CoverageException("a request c member", State.UNTOUCHED, "why");

        assertThat(report(List.of(TESTED), entry).unlisted())
                .containsExactly("a request c member: listed, but no such part is untouched");
    }

    @Test
    void anEntryForAnotherStateExcusesNothing() {
        CoverageException entry = new CoverageException("a request b member", State.VALID_ONLY, "why");

        assertThat(report(List.of(UNUSED), entry).unlisted()).hasSize(2);
    }

    /** What one body shows of the contract, and what only a rejected one does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"expires_after":{"seconds":60}}                       | expires_after.seconds minimum 10           | valid-only
            {"expires_after":{"seconds":9}}                        | expires_after.seconds minimum 10           | tested
            {"expires_after":{"seconds":7201}}                     | expires_after.seconds maximum 7200         | tested
            {"expires_after":{"seconds":9.5}}                      | expires_after.seconds type integer         | tested
            {"expires_after":{}}                                   | expires_after.seconds minimum 10           | untouched
            {"expires_after":{}}                                   | expires_after member                       | tested
            {"expires_after":{"anchor":"created_at"}}              | expires_after.anchor known value created_at | tested
            {"expires_after":{"anchor":"now"}}                     | expires_after.anchor known value created_at | untouched
            {"session":{"type":"realtime"}}                        | session.type const realtime                | valid-only
            {"session":{"type":"other"}}                           | session.type const realtime                | tested
            {"session":{}}                                         | session required type                      | tested
            {"x":1}                                                | additionalProperties true                  | tested
            {"session":{"type":"realtime","tools":[{"type":"mcp"}]}} | session.tools[] required server_label if type is mcp | tested
            {"session":{"type":"realtime","tools":[{"type":"function"}]}} | session.tools[] required server_label if type is mcp | untouched
            """)
    void readsFromABodyWhatItShows(String body, String part, String state) {
        ContractCoverage coverage = new ContractCoverage(DialectContract.base());

        coverage.request(Source.CELL, MintOperation.createClientSecret, ExactJson.parse(body));

        assertThat(coverage.report(List.of()).lines())
                .filteredOn(line -> line.part().equals("createClientSecret request " + part))
                .singleElement()
                .extracting(line -> line.state().toString())
                .isEqualTo(state);
    }

    private static CoverageReport report(List<CoverageReport.Line> lines, CoverageException... exceptions) {
        return CoverageReport.of("1.0.0", lines, List.of(exceptions));
    }

    private static CoverageReport.Line line(String part, State state) {
        return new CoverageReport.Line(part, state, Set.of(), Set.of());
    }
}
