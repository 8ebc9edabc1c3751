package dev.ephemint.server.doctor;

import static dev.ephemint.server.doctor.StepName.MINT_BARE;
import static dev.ephemint.server.doctor.StepName.MINT_FULL;
import static dev.ephemint.server.doctor.StepName.SOCKET;
import static dev.ephemint.server.doctor.StepName.SPEECH;

import dev.ephemint.server.doctor.DiagnosesTest.Row;
import dev.ephemint.server.sandbox.SandboxFault;
import java.util.stream.Stream;

/** What no vendor was seen to do and the sandbox does not play, word by word. */
final class ScriptedRows {

    private static final Ward AZURE = Ward.of("azure");
    private static final Ward OPENAI = Ward.of("openai");

    private ScriptedRows() {}

    static Stream<Row> all() {
        return Stream.of(escaping(), lifetimes(), sockets(), refusals()).flatMap(rows -> rows);
    }

    /** What a gateway with a key of its own form says; JSON may escape any character. */
    private static Stream<Row> escaping() {
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
                        Script.sound().minting(401, body)));
    }

    private static Stream<Row> lifetimes() {
        return Stream.of(
                scripted(
                        "vendor.token_ended",
                        MINT_FULL,
                        1,
                        "clock",
                        OPENAI,
                        Script.sound().minting(-3_600)),
                scripted(
                        "vendor.token_ended",
                        MINT_FULL,
                        1,
                        "clock",
                        OPENAI,
                        Script.sound().minting(body -> Script.minted(0))),
                scripted(
                        "vendor.lifetime_shorter",
                        MINT_FULL,
                        0,
                        "expires_at",
                        AZURE,
                        Script.sound().minting(5)));
    }

    private static Stream<Row> sockets() {
        Script closing = Script.sound()
                .saying(
                        "open",
                        "{\"type\":\"error\",\"error\":{\"code\":\"missing_model\",\"message\":\"No.\"}}",
                        "4000");
        Script withoutKey = Script.sound()
                .saying(
                        "open",
                        "{\"type\":\"error\",\"error\":{\"message\":\"Missing bearer or basic authentication in header\"}}",
                        "3000");
        Script empty = Script.sound()
                .saying(
                        "input_audio_buffer.commit",
                        "{\"type\":\"error\",\"error\":{\"code\":\"input_audio_buffer_commit_empty\"}}");
        Script endless = Script.sound().saying("open", "x".repeat(1_100_000));
        return Stream.of(
                scripted("openai.socket_query_taken_off", SOCKET, 1, "intent=transcription", OPENAI, closing),
                scripted("openai.key_missing", SOCKET, 1, "authorization", OPENAI, withoutKey),
                scripted("speech.audio_not_taken", SPEECH, 1, "format", OPENAI.with(SandboxFault.SILENT), empty),
                scripted("socket.message_too_long", SOCKET, 1, "before", OPENAI, endless));
    }

    private static Stream<Row> refusals() {
        Script denied =
                Script.sound().minting(403, "{\"error\":{\"code\":\"PermissionDenied\",\"message\":\"Not for you.\"}}");
        Script stranger = Script.sound().minting(401, "{\"error\":{\"message\":\"Who are you?\"}}");
        return Stream.of(
                scripted("azure.key_forbidden", MINT_BARE, 1, "network rules", AZURE, denied),
                new Row("azure.missing_role", MINT_BARE, 1, "role", () -> AZURE.overWithEntra(denied)),
                new Row("azure.token_refused", MINT_BARE, 1, "tenant", () -> AZURE.overWithEntra(stranger)));
    }

    private static Row scripted(String code, StepName step, int exitStatus, String cure, Ward ward, Script script) {
        return new Row(code, step, exitStatus, cure, () -> ward.over(script));
    }
}
