package dev.ephemint.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.doctor.diagnosis.Diagnoses;
import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.diagnosis.Symptom;
import dev.ephemint.server.doctor.probe.Speech;
import dev.ephemint.server.doctor.probe.StepReport;
import dev.ephemint.server.doctor.probe.Verdict;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openai-beta", "azure", "azure-preview"})
    void findsNothingIfAllWorks(String dialect) {
        Report report = DoctorFixture.of(dialect).run().report();

        assertThat(report.steps())
                .filteredOn(step -> step.step() != StepName.MODEL)
                .extracting(StepReport::verdict)
                .containsOnly(Verdict.OK);
        assertThat(step(report, StepName.MODEL).verdict())
                .isEqualTo(dialect.equals("openai") ? Verdict.OK : Verdict.SKIPPED);
        assertThat(report.exitStatus()).isZero();
        assertThat(step(report, StepName.SPEECH).summary()).startsWith("transcript: This is the script of the sandbox");
        assertThat(ReportText.of(report)).endsWith("OK; exit status 0.");
    }

    @Test
    void skipsStepsAfterAFailure() {
        Report report =
                DoctorFixture.of("azure").with(SandboxFault.KEYS_DISABLED).run().report();

        assertThat(report.steps())
                .extracting(StepReport::verdict)
                .containsExactly(
                        Verdict.OK,
                        Verdict.OK,
                        Verdict.OK,
                        Verdict.SKIPPED,
                        Verdict.FAILED,
                        Verdict.SKIPPED,
                        Verdict.SKIPPED,
                        Verdict.SKIPPED,
                        Verdict.SKIPPED);
        assertThat(report.steps().subList(5, 9)).allSatisfy(step -> {
            assertThat(step.summary()).isEqualTo("mint_bare failed");
            assertThat(step.sent()).isEmpty();
        });
    }

    @Test
    void continuesWithTheBareTokenIfTheServiceDefers() {
        Report report = DoctorFixture.of("azure")
                .with(SandboxFault.MINT_FAILS_WITH_BLOCK)
                .run()
                .report();

        assertThat(step(report, StepName.MINT_FULL).notes())
                .contains("it mints without session.audio.input.transcription")
                .contains("continues with the bare token, as mint.defer does");
        assertThat(step(report, StepName.MINT_FULL).verdict()).isEqualTo(Verdict.WARN);
        assertThat(step(report, StepName.SPEECH).verdict()).isEqualTo(Verdict.OK);
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void stopsIfTheServiceDoesNotDefer() {
        Report report = DoctorFixture.of("openai")
                .with(SandboxFault.MINT_FAILS_WITH_BLOCK)
                .run()
                .report();

        assertThat(step(report, StepName.MINT_FULL).summary()).isEqualTo("only the bare mint works");
        assertThat(step(report, StepName.SOCKET).verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void namesTheUnreachablePort() throws Exception {
        Report report = UnreachableTargets.closedPort().report();

        assertThat(step(report, StepName.NETWORK).summary()).matches("cannot reach 127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void reportsTheRewrittenAddress() {
        Report report = DoctorFixture.of("azure")
                .runAt("http://127.0.0.1:9/openai/v1/realtime/client_secrets")
                .report();

        assertThat(step(report, StepName.CONFIGURATION).notes())
                .containsExactly("path /openai/v1/realtime/client_secrets rewritten to /");
        assertThat(step(report, StepName.CONFIGURATION).summary())
                .isEqualTo("mints at http://127.0.0.1:9/openai/v1/realtime/client_secrets");
    }

    @Test
    void triesTheOtherAudience() {
        Report taken = DoctorFixture.of("azure")
                .withEntra()
                .with(SandboxFault.OTHER_AUDIENCE)
                .run()
                .report();

        assertThat(step(taken, StepName.MINT_BARE).notes())
                .containsExactly("a token for https://cognitiveservices.azure.com/.default was accepted");
    }

    @Test
    void reportsAudienceExpiryAndOwnerOfAnEntraToken() {
        Report report = DoctorFixture.of("azure").withEntra().run().report();

        assertThat(step(report, StepName.CREDENTIAL).summary())
                .matches("entra, audience https://ai\\.azure\\.com, object id [0-9a-f-]{36}, expires 2\\S+Z");
    }

    @Test
    void reportsUnknownFailures() {
        DiagnosisContext context = new DiagnosisContext(DoctorFixture.dialect("azure"), "h", "m", "api-key", "");

        assertThat(Diagnoses.of(Symptom.of(StepName.SPEECH, context)).code()).isEqualTo("unknown");
    }

    @Test
    void reportsInvalidSettings() {
        Report report = Doctor.invalidSettings(List.of("server.port: must be a whole number"));

        assertThat(report.exitStatus()).isEqualTo(2);
        assertThat(ReportText.of(report))
                .startsWith("ephemint doctor\nfailed   configuration")
                .contains("- server.port: must be a whole number")
                .contains("skipped  speech         configuration failed");
    }

    @Test
    void jsonReportHasAStableShape() {
        JsonNode document = ReportJson.of(DoctorFixture.of("azure")
                .with(SandboxFault.NO_ROLE)
                .withEntra()
                .run()
                .report());

        assertThat(names(document))
                .containsExactly("format", "dialect", "upstream", "sandbox", "verdict", "exit_status", "steps");
        assertThat(document.path("steps")).hasSize(9).allSatisfy(step -> assertThat(names(step))
                .containsExactly("step", "verdict", "summary", "millis", "notes", "sent", "received", "diagnosis"));
        assertThat(names(document.at("/steps/4/diagnosis"))).containsExactly("code", "cause", "source", "date", "fix");
        assertThat(document.at("/steps/0/diagnosis").isNull()).isTrue();
        assertThat(document.at("/verdict").asText()).isEqualTo("failed");
    }

    @Test
    void aWarningIsNotAFailure() {
        Report report =
                DoctorFixture.of("openai").with(SandboxFault.CLOCK_AHEAD).run().report();

        assertThat(report.verdict()).isEqualTo(Verdict.WARN);
        assertThat(ReportText.of(report))
                .contains("warn     mint_bare")
                .endsWith("Works, with warnings; exit status 0.");
    }

    @Test
    void speechIsPcmOfTheDescribedLength() {
        Speech speech = Speech.recorded();

        assertThat(speech.samples()).hasSizeBetween(48_000, 240_000).hasSize(speech.samples().length / 2 * 2);
        assertThat(speech.events()).hasSize(speech.samples().length / 9_600 + 2);
        assertThat(speech.described().get(0)).contains(" s of speech");
    }

    private static StepReport step(Report report, StepName name) {
        return report.steps().stream()
                .filter(step -> step.step() == name)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
