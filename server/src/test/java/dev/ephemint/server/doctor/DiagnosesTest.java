package dev.ephemint.server.doctor;

import static dev.ephemint.server.doctor.diagnosis.StepName.CONFIGURATION;
import static dev.ephemint.server.doctor.diagnosis.StepName.CREDENTIAL;
import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_BARE;
import static dev.ephemint.server.doctor.diagnosis.StepName.MODEL;
import static dev.ephemint.server.doctor.diagnosis.StepName.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.doctor.DoctorFixture.Result;
import dev.ephemint.server.doctor.diagnosis.Diagnoses;
import dev.ephemint.server.doctor.diagnosis.Diagnosis;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.probe.StepReport;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure that is known, set up and diagnosed: a row for each. */
class DiagnosesTest {

    private static final DoctorFixture OPENAI = DoctorFixture.of("openai");

    /** Steps that warn of what a later step fails on. */
    private static final Set<StepName> HINTS = EnumSet.of(CREDENTIAL, MODEL);

    static Stream<DiagnosisRow> unreachable() {
        return Stream.of(
                new DiagnosisRow(
                        "azure.api_version_on_ga",
                        CONFIGURATION,
                        2,
                        "upstream.url",
                        UnreachableTargets::pastedApiVersion),
                configured(
                        "config.openai_dialect_at_azure",
                        "upstream.dialect=azure",
                        Map.of("upstream.url", "https://r.openai.azure.com", "openai.api-key", "sk-planted-0123")),
                configured(
                        "config.azure_dialect_at_openai",
                        "upstream.dialect=openai",
                        Map.of("upstream.dialect", "azure", "upstream.url", "https://api.openai.com/v1")),
                new DiagnosisRow(
                        "config.refused",
                        CONFIGURATION,
                        2,
                        "--help",
                        () -> new Result(Doctor.invalidSettings(List.of("server.port: must be a number")), List.of())),
                new DiagnosisRow(
                        "network.unknown_host",
                        NETWORK,
                        1,
                        "upstream.url",
                        () -> OPENAI.runAt("https://no-such-host.invalid")),
                new DiagnosisRow("network.refused", NETWORK, 1, "upstream.url", UnreachableTargets::closedPort),
                new DiagnosisRow("network.no_tls", NETWORK, 1, "port", UnreachableTargets::plainHttpOnTlsPort),
                new DiagnosisRow("network.tls", NETWORK, 1, "trustStore", UnreachableTargets::untrustedCertificate),
                new DiagnosisRow("network.timeout", NETWORK, 1, "firewall", UnreachableTargets::fullBacklog),
                new DiagnosisRow("network.broken", MINT_BARE, 1, "proxy", UnreachableTargets::droppedConnections),
                new DiagnosisRow(
                        "network.proxy_refused", MINT_BARE, 1, "proxy", () -> UnreachableTargets.returning(407)),
                new DiagnosisRow(
                        "vendor.redirected", MINT_BARE, 1, "upstream.url", () -> UnreachableTargets.returning(307)));
    }

    static Stream<DiagnosisRow> rows() {
        return Stream.of(SandboxRows.all(), unreachable(), ScriptedRows.all()).flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesCauseAndFixWithoutSecrets(DiagnosisRow row) throws Exception {
        Result result = row.examination().call();

        StepReport wrong = result.report().steps().stream()
                .filter(step -> step.diagnosis().isPresent())
                .filter(step -> !HINTS.contains(step.step()) || step.step() == row.step())
                .findFirst()
                .orElseThrow();
        assertThat(wrong.diagnosis().orElseThrow().code())
                .as(ReportText.of(result.report()))
                .isEqualTo(row.code());
        assertThat(wrong.step()).isEqualTo(row.step());
        assertThat(wrong.diagnosis().orElseThrow().fix()).contains(row.fix()).doesNotContain("{", "}");
        assertThat(wrong.diagnosis().orElseThrow().fix())
                .as("a fix that is in force already")
                .doesNotContainPattern("upstream\\.dialect=" + result.report().dialect() + "(?![\\w-])");
        assertThat(result.report().exitStatus()).isEqualTo(row.exitStatus());
        assertThat(result.report().steps()).extracting(StepReport::step).containsExactly(StepName.values());
        for (String secret : result.secrets()) {
            assertThat(ReportText.of(result.report())).doesNotContain(secret);
            assertThat(ReportJson.of(result.report()).toPrettyString()).doesNotContain(secret);
        }
    }

    @Test
    void coversEveryDiagnosis() {
        assertThat(rows().map(DiagnosisRow::code))
                .containsAll(Diagnoses.ALL.stream().map(Diagnosis::code).toList());
    }

    @Test
    void codesAreUniqueAndFactsAreDated() {
        assertThat(Diagnoses.ALL).extracting(Diagnosis::code).doesNotHaveDuplicates();
        assertThat(Diagnoses.ALL).allSatisfy(diagnosis -> {
            assertThat(diagnosis.code()).matches("[a-z]+\\.[a-z0-9_]+");
            assertThat(diagnosis.date()).matches("\\d{4}(-\\d{2}){0,2}");
            assertThat(diagnosis.source()).isNotBlank();
            assertThat(diagnosis.cause()).endsWith(".");
            assertThat(diagnosis.fix()).endsWith(".");
        });
    }

    private static DiagnosisRow configured(String code, String fix, Map<String, String> settings) {
        List<String> problems = catchThrowableOfType(
                        BadSettingsException.class, () -> SettingsReader.read(Sources.of(settings)))
                .problems();
        return new DiagnosisRow(
                code,
                CONFIGURATION,
                2,
                fix,
                () -> new Result(Doctor.invalidSettings(problems), List.of("planted-0123")));
    }
}
