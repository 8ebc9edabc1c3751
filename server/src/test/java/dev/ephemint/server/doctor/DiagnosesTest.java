package dev.ephemint.server.doctor;

import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.doctor.diagnosis.StepName.CONFIGURATION;
import static dev.ephemint.server.doctor.diagnosis.StepName.CREDENTIAL;
import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_BARE;
import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_FULL;
import static dev.ephemint.server.doctor.diagnosis.StepName.MODEL;
import static dev.ephemint.server.doctor.diagnosis.StepName.NETWORK;
import static dev.ephemint.server.doctor.diagnosis.StepName.SESSION_UPDATE;
import static dev.ephemint.server.doctor.diagnosis.StepName.SOCKET;
import static dev.ephemint.server.doctor.diagnosis.StepName.SPEECH;
import static dev.ephemint.server.sandbox.fault.SandboxFault.ANSWERS_A_PAGE;
import static dev.ephemint.server.sandbox.fault.SandboxFault.BETA_REMOVED;
import static dev.ephemint.server.sandbox.fault.SandboxFault.CLOCK_AHEAD;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_ADDS_API_VERSION;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_ADDS_BETA_HEADER;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_ADDS_DEPLOYMENT;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_ADDS_SESSION_MODEL;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_DROPS_SESSION_TYPE;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_DROPS_THE_KEY;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_DROPS_UPGRADE;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_DROPS_V1;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_KNOWS_NO_SOCKETS;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_MINTS_A_CONVERSATION;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_NAMES_NO_DEPLOYMENT;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_NAMES_THE_MODEL;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_OPENS_A_CONVERSATION;
import static dev.ephemint.server.sandbox.fault.SandboxFault.GATEWAY_SWAPS_THE_TOKEN;
import static dev.ephemint.server.sandbox.fault.SandboxFault.KEYS_DISABLED;
import static dev.ephemint.server.sandbox.fault.SandboxFault.LIFETIME_IGNORED;
import static dev.ephemint.server.sandbox.fault.SandboxFault.MINT_FAILS;
import static dev.ephemint.server.sandbox.fault.SandboxFault.MINT_FAILS_WITH_BLOCK;
import static dev.ephemint.server.sandbox.fault.SandboxFault.MISSING_SCOPE;
import static dev.ephemint.server.sandbox.fault.SandboxFault.MODEL_GONE;
import static dev.ephemint.server.sandbox.fault.SandboxFault.NO_ANSWER;
import static dev.ephemint.server.sandbox.fault.SandboxFault.NO_ROLE;
import static dev.ephemint.server.sandbox.fault.SandboxFault.OTHER_AUDIENCE;
import static dev.ephemint.server.sandbox.fault.SandboxFault.OVERLOADED;
import static dev.ephemint.server.sandbox.fault.SandboxFault.QUOTA_EXHAUSTED;
import static dev.ephemint.server.sandbox.fault.SandboxFault.RATE_LIMITED;
import static dev.ephemint.server.sandbox.fault.SandboxFault.SILENT;
import static dev.ephemint.server.sandbox.fault.SandboxFault.SOCKET_BREAKS;
import static dev.ephemint.server.sandbox.fault.SandboxFault.SOCKET_KNOWS_NO_MODEL;
import static dev.ephemint.server.sandbox.fault.SandboxFault.SOCKET_REDIRECTS;
import static dev.ephemint.server.sandbox.fault.SandboxFault.SOCKET_WANTS_EPHEMERAL;
import static dev.ephemint.server.sandbox.fault.SandboxFault.SOCKET_WITHOUT_CREDIT;
import static dev.ephemint.server.sandbox.fault.SandboxFault.TRANSCRIPTION_FAILS;
import static dev.ephemint.server.sandbox.fault.SandboxFault.UNSUPPORTED_COUNTRY;
import static dev.ephemint.server.sandbox.fault.SandboxFault.WRONG_HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephemint.server.doctor.DoctorFixture.Result;
import dev.ephemint.server.doctor.diagnosis.Diagnoses;
import dev.ephemint.server.doctor.diagnosis.Diagnosis;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.probe.StepReport;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.reader.SettingsReader;
import dev.ephemint.server.settings.reader.Sources;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure that is known, set up and diagnosed: a row for each. */
class DiagnosesTest {

    private static final DoctorFixture AZURE = DoctorFixture.of("azure");
    private static final DoctorFixture PREVIEW = DoctorFixture.of("azure-preview");
    private static final DoctorFixture OPENAI = DoctorFixture.of("openai");
    private static final DoctorFixture BETA = DoctorFixture.of("openai-beta");

    private static final MintRequest WITH_TURNS = MintRequest.of(json(
            "{'expires_after':{'anchor':'created_at','seconds':60},'session':{'type':'transcription','audio':{'input':"
                    + "{'transcription':{'model':'gpt-live-transcribe'},'turn_detection':{'type':'server_vad'}}}}}"));
    /** Steps that warn of what a later step fails on. */
    private static final Set<StepName> HINTS = EnumSet.of(CREDENTIAL, MODEL);

    /**
     * A failure and what becomes of it.
     *
     * @param fix what the fix names
     */
    record Row(String code, StepName step, int exitStatus, String fix, Callable<Result> examination) {

        @Override
        public String toString() {
            return code + " at " + step;
        }
    }

    static Stream<Row> azure() {
        return Stream.of(
                row("azure.api_version_on_ga", SOCKET, "api-version", AZURE.with(GATEWAY_ADDS_API_VERSION)),
                row("azure.ephemeral_required", SOCKET, "authorization", AZURE.with(SOCKET_WANTS_EPHEMERAL)),
                row("azure.keys_disabled", MINT_BARE, "azure.credential=entra", AZURE.with(KEYS_DISABLED)),
                row(
                        "azure.missing_role",
                        MINT_BARE,
                        "Cognitive Services OpenAI User",
                        AZURE.withEntra().with(NO_ROLE)),
                row(
                        "azure.wrong_audience",
                        MINT_BARE,
                        "azure.entra-scope=https://cognitiveservices.azure.com/.default",
                        AZURE.withEntra().with(OTHER_AUDIENCE)),
                row("azure.token_refused", MINT_BARE, "tenant", AZURE.withForgedEntra()),
                row("azure.key_refused", MINT_BARE, "azure.api-key", AZURE.withKey("planted-0123456789")),
                row("azure.deployment_not_found", SPEECH, "under the name not-there", AZURE.withModel("not-there")),
                row("azure.deployment_added", MINT_BARE, "azure.deployments", AZURE.with(GATEWAY_NAMES_NO_DEPLOYMENT)),
                row("azure.operation_not_supported", MINT_BARE, "model", AZURE.with(GATEWAY_MINTS_A_CONVERSATION)),
                row("azure.operation_not_supported", SOCKET, "intent", AZURE.with(GATEWAY_NAMES_THE_MODEL)),
                row("azure.operation_not_supported", SOCKET, "deployment=", PREVIEW.with(GATEWAY_ADDS_DEPLOYMENT)),
                row("azure.invalid_session_type", MINT_BARE, "session.type", AZURE.with(GATEWAY_DROPS_SESSION_TYPE)),
                row("azure.redirect_drops_openai", SOCKET, "upstream.dialect=azure", PREVIEW.with(SOCKET_REDIRECTS)),
                row("azure.openai_beta_header", SESSION_UPDATE, "OpenAI-Beta", AZURE.with(GATEWAY_ADDS_BETA_HEADER)),
                row("azure.wrong_path", MINT_BARE, "upstream.url", AZURE.with(GATEWAY_DROPS_V1)),
                row("azure.wrong_host", MINT_BARE, "openai.azure.com", AZURE.with(WRONG_HOST)),
                row("azure.preview_transcription_failed", SPEECH, "Deploy", PREVIEW.withModel("not-there")),
                row("socket.not_found", SOCKET, "path", AZURE.with(GATEWAY_KNOWS_NO_SOCKETS)),
                row("socket.not_upgraded", SOCKET, "Upgrade", AZURE.with(GATEWAY_DROPS_UPGRADE)),
                row("socket.wrong_session_kind", SESSION_UPDATE, "intent", AZURE.with(GATEWAY_OPENS_A_CONVERSATION)),
                row("vendor.rate_limited", MINT_BARE, "retry-after", AZURE.with(RATE_LIMITED)),
                row("credential.unavailable", CREDENTIAL, "AZURE_CLIENT_ID", AZURE.withoutEntra()),
                row("credential.unlikely_key", CREDENTIAL, "upstream.dialect", AZURE.withKey(DoctorFixture.WRONG_KEY)));
    }

    static Stream<Row> openAi() {
        return Stream.of(
                row("openai.key_refused", MINT_BARE, "OPENAI_API_KEY", OPENAI.withKey(DoctorFixture.WRONG_KEY)),
                row("openai.key_missing", MINT_BARE, "authorization", OPENAI.with(GATEWAY_DROPS_THE_KEY)),
                row("openai.missing_scope", MINT_BARE, "/v1/realtime", OPENAI.with(MISSING_SCOPE)),
                row("openai.unsupported_country", MINT_BARE, "Run Ephemint", OPENAI.with(UNSUPPORTED_COUNTRY)),
                row("openai.beta_retired", MINT_BARE, "upstream.dialect=openai", BETA.with(BETA_REMOVED)),
                row("openai.wrong_path", MINT_BARE, "upstream.url", OPENAI.with(GATEWAY_DROPS_V1)),
                row("openai.beta_header", SOCKET, "OpenAI-Beta", OPENAI.with(GATEWAY_ADDS_BETA_HEADER)),
                row(
                        "openai.transcription_model_in_session_model",
                        MINT_FULL,
                        "session.model",
                        OPENAI.with(GATEWAY_ADDS_SESSION_MODEL)),
                row("openai.model_in_socket_query", SOCKET, "intent", OPENAI.with(GATEWAY_NAMES_THE_MODEL)),
                row(
                        "openai.model_not_found",
                        SPEECH,
                        "mint.default-model to gpt-transcribe or gpt-realtime-whisper",
                        OPENAI.with(MODEL_GONE)),
                row("openai.model_not_found", SOCKET, "mint.default-model", OPENAI.with(SOCKET_KNOWS_NO_MODEL)),
                row("config.openai_dialect_at_azure", MINT_BARE, "upstream.dialect=azure", OPENAI.at("azure")),
                row("config.azure_dialect_at_openai", MINT_BARE, "upstream.dialect=openai", AZURE.at("openai")),
                row("config.azure_dialect_at_openai", MINT_BARE, "upstream.dialect=openai", PREVIEW.at("openai")),
                row("vendor.quota_exhausted", MINT_BARE, "credit", OPENAI.with(QUOTA_EXHAUSTED)),
                row("vendor.quota_exhausted", SOCKET, "credit", OPENAI.with(SOCKET_WITHOUT_CREDIT)),
                row("vendor.rate_limited", MINT_BARE, "retry-after", OPENAI.with(RATE_LIMITED)),
                row("vendor.overloaded", MINT_BARE, "Wait", OPENAI.with(OVERLOADED)),
                row("vendor.fault", MINT_BARE, "request id", OPENAI.with(MINT_FAILS)),
                row("vendor.timeout", MINT_BARE, "upstream.timeout", OPENAI.with(NO_ANSWER)),
                row("vendor.unreadable_answer", MINT_BARE, "upstream.url", OPENAI.with(ANSWERS_A_PAGE)),
                row("vendor.refused_request", MINT_FULL, "mint.default-model", OPENAI.with(WITH_TURNS)),
                row("vendor.refused_request", SESSION_UPDATE, "message", OPENAI.withModel("gpt-unheard-of")),
                row("speech.no_transcript", SPEECH, "gpt-live-transcribe", OPENAI.with(SILENT)),
                row("speech.transcription_failed", SPEECH, "model", OPENAI.with(TRANSCRIPTION_FAILS)),
                row("socket.token_refused", SOCKET, "authorization", OPENAI.with(GATEWAY_SWAPS_THE_TOKEN)),
                row("socket.closed", SOCKET, "proxy", OPENAI.with(SOCKET_BREAKS)));
    }

    static Stream<Row> warnings() {
        return Stream.of(
                new Row(
                        "azure.transcription_model_in_session_model",
                        MINT_FULL,
                        0,
                        "session.model",
                        AZURE.with(GATEWAY_ADDS_SESSION_MODEL)::run),
                new Row(
                        "azure.mint_500_with_transcription",
                        MINT_FULL,
                        0,
                        "mint.defer",
                        AZURE.with(MINT_FAILS_WITH_BLOCK)::run),
                new Row(
                        "openai.model_not_listed",
                        MODEL,
                        1,
                        "mint.default-model to gpt-live-transcribe or",
                        OPENAI.withModel("gpt-live-transcrib")::run),
                new Row(
                        "openai.model_ends",
                        MODEL,
                        0,
                        "mint.default-model to gpt-live-transcribe or",
                        OPENAI.withModel("gpt-4o-transcribe")::run),
                new Row("vendor.clock_skew", MINT_BARE, 0, "clock", OPENAI.with(CLOCK_AHEAD)::run),
                new Row(
                        "vendor.lifetime_longer",
                        MINT_FULL,
                        0,
                        "mint.expires-after-seconds",
                        AZURE.with(LIFETIME_IGNORED)::run));
    }

    static Stream<Row> unreachable() {
        return Stream.of(
                new Row(
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
                new Row(
                        "config.refused",
                        CONFIGURATION,
                        2,
                        "--help",
                        () -> new Result(Doctor.invalidSettings(List.of("server.port: must be a number")), List.of())),
                new Row(
                        "network.unknown_host",
                        NETWORK,
                        1,
                        "upstream.url",
                        () -> OPENAI.runAt("https://no-such-host.invalid")),
                new Row("network.refused", NETWORK, 1, "upstream.url", UnreachableTargets::closedPort),
                new Row("network.no_tls", NETWORK, 1, "port", UnreachableTargets::plainHttpOnTlsPort),
                new Row("network.tls", NETWORK, 1, "trustStore", UnreachableTargets::untrustedCertificate),
                new Row("network.timeout", NETWORK, 1, "firewall", UnreachableTargets::fullBacklog),
                new Row("network.broken", MINT_BARE, 1, "proxy", UnreachableTargets::droppedConnections),
                new Row("network.proxy_refused", MINT_BARE, 1, "proxy", () -> UnreachableTargets.returning(407)),
                new Row("vendor.redirected", MINT_BARE, 1, "upstream.url", () -> UnreachableTargets.returning(307)));
    }

    static Stream<Row> rows() {
        return Stream.of(azure(), openAi(), warnings(), unreachable(), ScriptedRows.all())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesCauseAndFixWithoutSecrets(Row row) throws Exception {
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
        assertThat(rows().map(Row::code))
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

    private static Row configured(String code, String fix, Map<String, String> settings) {
        List<String> problems = catchThrowableOfType(
                        BadSettingsException.class, () -> SettingsReader.read(Sources.of(settings)))
                .problems();
        return new Row(
                code,
                CONFIGURATION,
                2,
                fix,
                () -> new Result(Doctor.invalidSettings(problems), List.of("planted-0123")));
    }

    private static Row row(String code, StepName step, String fix, DoctorFixture fixture) {
        return new Row(code, step, 1, fix, fixture::run);
    }
}
