package dev.ephemint.server.doctor;

import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_BARE;
import static dev.ephemint.server.doctor.diagnosis.StepName.MINT_FULL;
import static dev.ephemint.server.doctor.diagnosis.StepName.SESSION_UPDATE;
import static dev.ephemint.server.doctor.diagnosis.StepName.SOCKET;
import static dev.ephemint.server.doctor.diagnosis.StepName.SPEECH;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.doctor.DoctorFixture.Result;
import dev.ephemint.server.doctor.diagnosis.DiagnosisContext;
import dev.ephemint.server.doctor.diagnosis.StepName;
import dev.ephemint.server.doctor.probe.StepRecorder;
import dev.ephemint.server.doctor.probe.StepReport;
import dev.ephemint.server.doctor.probe.VendorScript;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import java.util.List;
import java.util.stream.Stream;

/** What no vendor was seen to do and the sandbox does not play, word by word. */
final class ScriptedRows {

    private static final DoctorFixture AZURE = DoctorFixture.of("azure");
    private static final DoctorFixture OPENAI = DoctorFixture.of("openai");

    private ScriptedRows() {}

    static Stream<DiagnosisRow> all() {
        return Stream.of(escaping(), lifetimes(), sockets(), refusals(), rightAddresses())
                .flatMap(rows -> rows);
    }

    /** What a gateway with a key of its own form says; JSON may escape any character. */
    private static Stream<DiagnosisRow> escaping() {
        return Stream.of("gw\\/Router-Key.2026", "gw/Rou\\u0074er\\u002DKey.2026", "gw\\\\u002fRouter-Key.2026")
                .flatMap(key -> Stream.of(
                        "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"" + key + "\"}}",
                        "{\"error\":{\"code\":\"invalid_api_key\",\"" + key + "\":[\"" + key + "\"]}}",
                        "cut short: {\"code\":\"" + key + "\""))
                .map(body -> scripted(
                        body.startsWith("{") ? "openai.key_refused" : "vendor.refused_request",
                        MINT_BARE,
                        1,
                        "",
                        OPENAI,
                        VendorScript.sound().minting(401, body)));
    }

    private static Stream<DiagnosisRow> lifetimes() {
        return Stream.of(
                scripted(
                        "vendor.token_ended",
                        MINT_FULL,
                        1,
                        "clock",
                        OPENAI,
                        VendorScript.sound().minting(-3_600)),
                scripted(
                        "vendor.token_ended",
                        MINT_FULL,
                        1,
                        "clock",
                        OPENAI,
                        VendorScript.sound().minting(body -> VendorScript.minted(0))),
                scripted(
                        "vendor.lifetime_shorter",
                        MINT_FULL,
                        0,
                        "expires_at",
                        AZURE,
                        VendorScript.sound().minting(5)));
    }

    private static Stream<DiagnosisRow> sockets() {
        VendorScript closing = VendorScript.sound()
                .saying(
                        "open",
                        "{\"type\":\"error\",\"error\":{\"code\":\"missing_model\",\"message\":\"No.\"}}",
                        "4000");
        VendorScript withoutKey = VendorScript.sound()
                .saying(
                        "open",
                        "{\"type\":\"error\",\"error\":{\"message\":\"Missing bearer or basic authentication in header\"}}",
                        "3000");
        VendorScript empty = VendorScript.sound()
                .saying(
                        "input_audio_buffer.commit",
                        "{\"type\":\"error\",\"error\":{\"code\":\"input_audio_buffer_commit_empty\"}}");
        VendorScript broke = VendorScript.sound()
                .saying(
                        "open",
                        "{\"type\":\"session.created\"}",
                        "{\"type\":\"error\",\"error\":{\"type\":\"insufficient_quota\",\"message\":\"Pay.\"}}",
                        "1013 insufficient_quota.credit_balance_exhausted");
        VendorScript silentlyBroke =
                VendorScript.sound().saying("session.update", "1013 insufficient_quota.credit_balance_exhausted");
        VendorScript unpaid = VendorScript.sound()
                .saying(
                        "input_audio_buffer.commit",
                        "{\"type\":\"conversation.item.input_audio_transcription.failed\",\"error\":{\"type\":"
                                + "\"insufficient_quota\",\"code\":\"credit_balance_exhausted\",\"message\":\"Pay.\"}}");
        VendorScript endless = VendorScript.sound().saying("open", "x".repeat(1_100_000));
        return Stream.of(
                scripted("openai.socket_query_taken_off", SOCKET, 1, "intent=transcription", OPENAI, closing),
                scripted("vendor.quota_exhausted", SESSION_UPDATE, 1, "credit", OPENAI, broke),
                scripted("vendor.quota_exhausted", SESSION_UPDATE, 1, "credit", OPENAI, silentlyBroke),
                scripted("vendor.quota_exhausted", SPEECH, 1, "credit", OPENAI, unpaid),
                scripted(
                        "openai.model_not_found",
                        SOCKET,
                        1,
                        "gpt-transcribe",
                        OPENAI,
                        VendorScript.sound().saying("open", "4004 model_not_found")),
                scripted(
                        "vendor.rate_limited",
                        SOCKET,
                        1,
                        "retry-after",
                        OPENAI,
                        VendorScript.sound().withHandshake(429, "")),
                scripted(
                        "vendor.overloaded",
                        SOCKET,
                        1,
                        "Wait",
                        OPENAI,
                        VendorScript.sound().withHandshake(503, "")),
                scripted("openai.key_missing", SOCKET, 1, "authorization", OPENAI, withoutKey),
                scripted("speech.audio_not_taken", SPEECH, 1, "format", OPENAI.with(SandboxFault.SILENT), empty),
                scripted("socket.message_too_long", SOCKET, 1, "before", OPENAI, endless));
    }

    private static Stream<DiagnosisRow> refusals() {
        VendorScript denied = VendorScript.sound()
                .minting(403, "{\"error\":{\"code\":\"PermissionDenied\",\"message\":\"Not for you.\"}}");
        VendorScript rejected = VendorScript.sound().minting(401, "{\"error\":{\"message\":\"Who are you?\"}}");
        return Stream.of(
                scripted("azure.key_forbidden", MINT_BARE, 1, "network rules", AZURE, denied),
                new DiagnosisRow("azure.missing_role", MINT_BARE, 1, "role", () -> AZURE.overWithEntra(denied)),
                new DiagnosisRow("azure.token_refused", MINT_BARE, 1, "tenant", () -> AZURE.overWithEntra(rejected)));
    }

    /** The address is the documented one already, so no fix proposes it. */
    private static Stream<DiagnosisRow> rightAddresses() {
        return Stream.of(
                new DiagnosisRow(
                        "openai.path_changed",
                        MINT_BARE,
                        1,
                        "proxy",
                        () -> mintSeen("openai", "api.openai.com", "Invalid URL (POST /realtime/client_secrets)")),
                new DiagnosisRow(
                        "azure.no_realtime",
                        MINT_BARE,
                        1,
                        "region",
                        () -> mintSeen("azure", "my-resource.openai.azure.com", "Resource not found")));
    }

    private static Result mintSeen(String dialect, String host, String message) {
        DiagnosisContext context = new DiagnosisContext(DoctorFixture.dialect(dialect), host, "m", "api-key", "");
        UpstreamReply reply = Fixtures.reply(404, "{'error':{'message':'" + message + "'}}");
        StepRecorder recorder = new StepRecorder(MINT_BARE, context);
        StepReport failed = recorder.failed("did not mint", recorder.symptom().with(reply));
        List<StepReport> steps = Stream.of(StepName.values())
                .map(step -> step == MINT_BARE ? failed : StepReport.skipped(step, ""))
                .toList();
        return new Result(new Report(dialect, host, false, steps), List.of());
    }

    private static DiagnosisRow scripted(
            String code, StepName step, int exitStatus, String fix, DoctorFixture fixture, VendorScript script) {
        return new DiagnosisRow(code, step, exitStatus, fix, () -> fixture.over(script));
    }
}
