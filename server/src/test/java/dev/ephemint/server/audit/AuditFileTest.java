package dev.ephemint.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.helpers.NOPLogger;

class AuditFileTest {

    private static final Instant TIME = Instant.parse("2026-11-26T10:00:00Z");

    private final Path folder;

    AuditFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void appendsALineForEachRecord(boolean sync) throws IOException {
        Path file = folder.resolve("audit.jsonl");
        Files.writeString(file, "kept\n");
        try (AuditFile unit = new AuditFile(file, sync)) {
            unit.write(begun());
            unit.write(begun().minted(TIME, Fixtures.token(1_800_000_000)));
        }

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3).first().isEqualTo("kept");
        assertThat(Fixtures.tree(lines.get(2)))
                .isEqualTo(Fixtures.tree(
                        "{'event':'minted','id':'id1','time':'2026-11-26T10:00:00Z','caller':'anonymous','policy':'anonymous',"
                                + "'end_user':'5f2b','operation':'client_secrets','session_type':'transcription',"
                                + "'dialect':'openai','expires_at':'1800000000','upstream_request_id':'req_fixture'}"));
    }

    @Test
    void aFileThatCannotBeOpenedStopsTheStart() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new AuditFile(folder.resolve("missing/audit.jsonl"), false));
    }

    @Test
    void reportsAFailedWriteAndGoesOnAfterwards() throws IOException {
        Path file = folder.resolve("audit.jsonl");
        try (AuditFile unit = new AuditFile(file, false)) {
            unit.close();
            Files.delete(file);
            Files.createDirectory(file);
            assertThatExceptionOfType(AuditFailedException.class).isThrownBy(() -> unit.write(begun()));

            Files.delete(file);
            unit.write(begun());
        }

        assertThat(Files.readAllLines(file)).filteredOn(line -> !line.isEmpty()).hasSize(1);
    }

    @Test
    void anOptionalTrailLosesARecordWithoutAFailure() {
        assertThatNoException().isThrownBy(() -> AuditTrail.optional(new FailingTrail("admitted"), NOPLogger.NOP_LOGGER)
                .write(begun()));
    }

    @Test
    void valuesThatLookLikeKeysAreHidden() {
        String line =
                begun().minted(TIME, token(Fixtures.TOKEN, Fixtures.TOKEN)).line();

        assertThat(line)
                .doesNotContain(Fixtures.TOKEN)
                .contains("\"session_id\":\"?\"")
                .contains("\"upstream_request_id\":\"?\"");
    }

    /** The one and the other as recorded of OpenAI: as random as a key. */
    @Test
    void theIdsOfSessionAndRequestAreWritten() {
        AuditRecord minted =
                begun().minted(TIME, token("sess_CHTmmc4pwK7Xy8j3EijDZ", "req_0f9e8d7c6b5a43210f9e8d7c6b5a4321"));
        MintFailedException failed =
                new MintFailedException(new MintFailure.TimedOut(), "req_0f9e8d7c6b5a43210f9e8d7c6b5a4321");

        assertThat(minted.fields())
                .containsEntry("session_id", "sess_CHTmmc4pwK7Xy8j3EijDZ")
                .containsEntry("upstream_request_id", "req_0f9e8d7c6b5a43210f9e8d7c6b5a4321");
        assertThat(begun().failed(TIME, failed).fields())
                .containsEntry("upstream_request_id", "req_0f9e8d7c6b5a43210f9e8d7c6b5a4321");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ek_another",
                "sess_ek_another/",
                "sk-proj-planted1",
                "0123456789abcdef0123456789abcdef",
                "sess_0123456789abcdef0123456789abcdef",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "two words"
            })
    void aSessionIdThatLooksLikeAKeyIsHidden(String id) {
        assertThat(begun().minted(TIME, token(id, null)).fields()).containsEntry("session_id", "?");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16})
    void aSessionIdWithAPartOfItsTokenIsHidden(int length) {
        String part = "sess_" + Fixtures.TOKEN.substring(Fixtures.TOKEN.length() - length);

        assertThat(begun().minted(TIME, token(part, null)).fields()).containsEntry("session_id", "?");
    }

    private static MintedToken token(String sessionId, @Nullable String requestId) {
        return new MintedToken(
                new Secret(Fixtures.TOKEN),
                Fixtures.json("{'session':{'id':'" + sessionId + "'}}"),
                new Connection("openai", Fixtures.token(1).connection().addresses()),
                requestId);
    }

    @Test
    void anEndUserHasAnotherHashWithAnotherKeyOrCaller() {
        EndUserHash keyed = new EndUserHash(Optional.of(new Secret("key-of-the-operator")));
        EndUserHash other = new EndUserHash(Optional.of(new Secret("another-key")));

        assertThat(List.of(keyed.of("a", "u"), other.of("a", "u"), keyed.of("b", "u"), keyed.of("a", "v")))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{32}"));
        assertThat(keyed.of("a", "u")).isEqualTo(keyed.of("a", "u"));
        assertThat(keyed.toString()).doesNotContain("key-of-the-operator");
    }

    private static AuditRecord begun() {
        MintRequest request = Fixtures.transcription("{}");
        return AuditRecord.admitted("id1", TIME, request, Optional.of("5f2b"));
    }
}
