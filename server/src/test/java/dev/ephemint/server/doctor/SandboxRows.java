package dev.ephemint.server.doctor;

import static dev.ephemint.server.Fixtures.json;
import static dev.ephemint.server.doctor.diagnosis.StepName.CREDENTIAL;
import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_BARE;
import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_FULL;
import static dev.ephemint.server.doctor.diagnosis.StepName.MODEL;
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

import dev.ephemint.server.mint.MintRequest;
import java.util.stream.Stream;

/** Failures that the sandbox can play. */
final class SandboxRows {

    private static final DoctorFixture AZURE = DoctorFixture.of("azure");
    private static final DoctorFixture PREVIEW = DoctorFixture.of("azure-preview");
    private static final DoctorFixture OPENAI = DoctorFixture.of("openai");
    private static final DoctorFixture BETA = DoctorFixture.of("openai-beta");

    private static final MintRequest WITH_TURNS = MintRequest.of(json(
            "{'expires_after':{'anchor':'created_at','seconds':60},'session':{'type':'transcription','audio':{'input':"
                    + "{'transcription':{'model':'gpt-live-transcribe'},'turn_detection':{'type':'server_vad'}}}}}"));

    private SandboxRows() {}

    static Stream<DiagnosisRow> all() {
        return Stream.of(azure(), openAi(), warnings()).flatMap(rows -> rows);
    }

    private static Stream<DiagnosisRow> azure() {
        return Stream.of(
                DiagnosisRow.of("azure.api_version_on_ga", SOCKET, "api-version", AZURE.with(GATEWAY_ADDS_API_VERSION)),
                DiagnosisRow.of(
                        "azure.ephemeral_required", SOCKET, "authorization", AZURE.with(SOCKET_WANTS_EPHEMERAL)),
                DiagnosisRow.of("azure.keys_disabled", MINT_BARE, "azure.credential=entra", AZURE.with(KEYS_DISABLED)),
                DiagnosisRow.of(
                        "azure.missing_role",
                        MINT_BARE,
                        "Cognitive Services OpenAI User",
                        AZURE.withEntra().with(NO_ROLE)),
                DiagnosisRow.of(
                        "azure.wrong_audience",
                        MINT_BARE,
                        "azure.entra-scope=https://cognitiveservices.azure.com/.default",
                        AZURE.withEntra().with(OTHER_AUDIENCE)),
                DiagnosisRow.of("azure.token_refused", MINT_BARE, "tenant", AZURE.withForgedEntra()),
                DiagnosisRow.of("azure.key_refused", MINT_BARE, "azure.api-key", AZURE.withKey("planted-0123456789")),
                DiagnosisRow.of(
                        "azure.deployment_not_found", SPEECH, "under the name not-there", AZURE.withModel("not-there")),
                DiagnosisRow.of(
                        "azure.deployment_added",
                        MINT_BARE,
                        "azure.deployments",
                        AZURE.with(GATEWAY_NAMES_NO_DEPLOYMENT)),
                DiagnosisRow.of(
                        "azure.operation_not_supported", MINT_BARE, "model", AZURE.with(GATEWAY_MINTS_A_CONVERSATION)),
                DiagnosisRow.of("azure.operation_not_supported", SOCKET, "intent", AZURE.with(GATEWAY_NAMES_THE_MODEL)),
                DiagnosisRow.of(
                        "azure.operation_not_supported", SOCKET, "deployment=", PREVIEW.with(GATEWAY_ADDS_DEPLOYMENT)),
                DiagnosisRow.of(
                        "azure.invalid_session_type",
                        MINT_BARE,
                        "session.type",
                        AZURE.with(GATEWAY_DROPS_SESSION_TYPE)),
                DiagnosisRow.of(
                        "azure.redirect_drops_openai",
                        SOCKET,
                        "upstream.dialect=azure",
                        PREVIEW.with(SOCKET_REDIRECTS)),
                DiagnosisRow.of(
                        "azure.openai_beta_header",
                        SESSION_UPDATE,
                        "OpenAI-Beta",
                        AZURE.with(GATEWAY_ADDS_BETA_HEADER)),
                DiagnosisRow.of("azure.wrong_path", MINT_BARE, "upstream.url", AZURE.with(GATEWAY_DROPS_V1)),
                DiagnosisRow.of("azure.wrong_host", MINT_BARE, "openai.azure.com", AZURE.with(WRONG_HOST)),
                DiagnosisRow.of("azure.preview_transcription_failed", SPEECH, "Deploy", PREVIEW.withModel("not-there")),
                DiagnosisRow.of("socket.not_found", SOCKET, "path", AZURE.with(GATEWAY_KNOWS_NO_SOCKETS)),
                DiagnosisRow.of("socket.not_upgraded", SOCKET, "Upgrade", AZURE.with(GATEWAY_DROPS_UPGRADE)),
                DiagnosisRow.of(
                        "socket.wrong_session_kind",
                        SESSION_UPDATE,
                        "intent",
                        AZURE.with(GATEWAY_OPENS_A_CONVERSATION)),
                DiagnosisRow.of("vendor.rate_limited", MINT_BARE, "retry-after", AZURE.with(RATE_LIMITED)),
                DiagnosisRow.of("credential.unavailable", CREDENTIAL, "AZURE_CLIENT_ID", AZURE.withoutEntra()),
                DiagnosisRow.of(
                        "credential.unlikely_key",
                        CREDENTIAL,
                        "upstream.dialect",
                        AZURE.withKey(DoctorFixture.WRONG_KEY)));
    }

    private static Stream<DiagnosisRow> openAi() {
        return Stream.of(
                DiagnosisRow.of(
                        "openai.key_refused", MINT_BARE, "OPENAI_API_KEY", OPENAI.withKey(DoctorFixture.WRONG_KEY)),
                DiagnosisRow.of("openai.key_missing", MINT_BARE, "authorization", OPENAI.with(GATEWAY_DROPS_THE_KEY)),
                DiagnosisRow.of("openai.missing_scope", MINT_BARE, "/v1/realtime", OPENAI.with(MISSING_SCOPE)),
                DiagnosisRow.of(
                        "openai.unsupported_country", MINT_BARE, "Run Ephemint", OPENAI.with(UNSUPPORTED_COUNTRY)),
                DiagnosisRow.of("openai.beta_retired", MINT_BARE, "upstream.dialect=openai", BETA.with(BETA_REMOVED)),
                DiagnosisRow.of("openai.wrong_path", MINT_BARE, "upstream.url", OPENAI.with(GATEWAY_DROPS_V1)),
                DiagnosisRow.of("openai.beta_header", SOCKET, "OpenAI-Beta", OPENAI.with(GATEWAY_ADDS_BETA_HEADER)),
                DiagnosisRow.of(
                        "openai.transcription_model_in_session_model",
                        MINT_FULL,
                        "session.model",
                        OPENAI.with(GATEWAY_ADDS_SESSION_MODEL)),
                DiagnosisRow.of("openai.model_in_socket_query", SOCKET, "intent", OPENAI.with(GATEWAY_NAMES_THE_MODEL)),
                DiagnosisRow.of(
                        "openai.model_not_found",
                        SPEECH,
                        "mint.default-model to gpt-transcribe or gpt-realtime-whisper",
                        OPENAI.with(MODEL_GONE)),
                DiagnosisRow.of(
                        "openai.model_not_found", SOCKET, "mint.default-model", OPENAI.with(SOCKET_KNOWS_NO_MODEL)),
                DiagnosisRow.of(
                        "config.openai_dialect_at_azure", MINT_BARE, "upstream.dialect=azure", OPENAI.at("azure")),
                DiagnosisRow.of(
                        "config.azure_dialect_at_openai", MINT_BARE, "upstream.dialect=openai", AZURE.at("openai")),
                DiagnosisRow.of(
                        "config.azure_dialect_at_openai", MINT_BARE, "upstream.dialect=openai", PREVIEW.at("openai")),
                DiagnosisRow.of("vendor.quota_exhausted", MINT_BARE, "credit", OPENAI.with(QUOTA_EXHAUSTED)),
                DiagnosisRow.of("vendor.quota_exhausted", SOCKET, "credit", OPENAI.with(SOCKET_WITHOUT_CREDIT)),
                DiagnosisRow.of("vendor.rate_limited", MINT_BARE, "retry-after", OPENAI.with(RATE_LIMITED)),
                DiagnosisRow.of("vendor.overloaded", MINT_BARE, "Wait", OPENAI.with(OVERLOADED)),
                DiagnosisRow.of("vendor.fault", MINT_BARE, "request id", OPENAI.with(MINT_FAILS)),
                DiagnosisRow.of("vendor.timeout", MINT_BARE, "upstream.timeout", OPENAI.with(NO_ANSWER)),
                DiagnosisRow.of("vendor.unreadable_answer", MINT_BARE, "upstream.url", OPENAI.with(ANSWERS_A_PAGE)),
                DiagnosisRow.of("vendor.refused_request", MINT_FULL, "mint.default-model", OPENAI.with(WITH_TURNS)),
                DiagnosisRow.of(
                        "vendor.refused_request", SESSION_UPDATE, "message", OPENAI.withModel("gpt-unheard-of")),
                DiagnosisRow.of("speech.no_transcript", SPEECH, "gpt-live-transcribe", OPENAI.with(SILENT)),
                DiagnosisRow.of("speech.transcription_failed", SPEECH, "model", OPENAI.with(TRANSCRIPTION_FAILS)),
                DiagnosisRow.of("socket.token_refused", SOCKET, "authorization", OPENAI.with(GATEWAY_SWAPS_THE_TOKEN)),
                DiagnosisRow.of("socket.closed", SOCKET, "proxy", OPENAI.with(SOCKET_BREAKS)));
    }

    private static Stream<DiagnosisRow> warnings() {
        return Stream.of(
                new DiagnosisRow(
                        "azure.transcription_model_in_session_model",
                        MINT_FULL,
                        0,
                        "session.model",
                        AZURE.with(GATEWAY_ADDS_SESSION_MODEL)::run),
                new DiagnosisRow(
                        "azure.mint_500_with_transcription",
                        MINT_FULL,
                        0,
                        "mint.defer",
                        AZURE.with(MINT_FAILS_WITH_BLOCK)::run),
                new DiagnosisRow(
                        "openai.model_not_listed",
                        MODEL,
                        1,
                        "mint.default-model to gpt-live-transcribe or",
                        OPENAI.withModel("gpt-live-transcrib")::run),
                new DiagnosisRow(
                        "openai.model_ends",
                        MODEL,
                        0,
                        "mint.default-model to gpt-live-transcribe or",
                        OPENAI.withModel("gpt-4o-transcribe")::run),
                new DiagnosisRow("vendor.clock_skew", MINT_BARE, 0, "clock", OPENAI.with(CLOCK_AHEAD)::run),
                new DiagnosisRow(
                        "vendor.lifetime_longer",
                        MINT_FULL,
                        0,
                        "mint.expires-after-seconds",
                        AZURE.with(LIFETIME_IGNORED)::run));
    }
}
