package dev.ephemint.conformance.diff.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.diff.document.InvalidDocumentException;
import dev.ephemint.conformance.diff.document.SpecDocument;
import dev.ephemint.conformance.json.ExactJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublishedDriftTest {
    private static final Path FILE = Path.of("src/test/resources/published/document.yaml");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NEW | session.watermark | member | present | ''",
                "NEW | expires_after.anchor | value | first_used_at | ''",
                "DIFFERENT | expires_after.seconds | maximum | 3600 | 7200",
                "DIFFERENT | expires_at | types | string | integer",
                "GONE | session.audio | member | '' | present",
                "GONE | '' | operation | '' | /realtime/transcription_sessions"
            })
    void reportsWhatIsNewGoneAndDifferent(
            PublishedDifference.Kind kind, String member, String fact, String published, String contract)
            throws Exception {
        assertThat(differences()).anySatisfy(difference -> {
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference.member()).isEqualTo(member);
            assertThat(difference.fact()).isEqualTo(fact);
            assertThat(difference.published()).isEqualTo(published);
            assertThat(difference.contract()).isEqualTo(contract);
            assertThat(difference.meanings()).hasSize(2);
        });
    }

    @Test
    void leavesOtherOperationsAndOurOwnAdditionOut() throws Exception {
        assertThat(differences())
                .extracting(PublishedDifference::member)
                .noneMatch(member -> member.startsWith("connect"));
    }

    @Test
    void ourOwnContractHasNoDrift() {
        assertThat(PublishedDrift.of(
                        SpecDocument.of("contract", DialectContract.base().tree())))
                .isEmpty();
    }

    @Test
    void saysWhatAMemberThatIsGoneMeansForEachDialect() {
        List<PublishedDifference> differences = PublishedDrift.of(SpecDocument.of(
                "azure-preview", DialectContract.of(TargetDialect.AZURE_PREVIEW).tree()));

        assertThat(differences)
                .filteredOn(difference -> difference.member().equals("input_audio_transcription.languages"))
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.meanings())
                        .containsEntry(
                                TargetDialect.AZURE_PREVIEW,
                                "its overlay removes it already: agrees with the published document"));
    }

    @Test
    void writesEntriesForTheTruthTable() throws Exception {
        assertThat(PublishedOutput.TRUTH.of(differences(), "published.yaml", "2026-08-21"))
                .contains("- {member: 'session.watermark', side: request, dialects: [openai, azure],"
                        + " source: 'published.yaml', date: 2026-08-21, grade: published, says: 'has it'}\n")
                .contains("says: 'maximum 3600'")
                .contains("says: 'does not have it'")
                .contains("says: 'string'");
    }

    @Test
    void writesTextAndJson() throws Exception {
        assertThat(PublishedOutput.TEXT.of(differences(), "published.yaml", "2026-08-21"))
                .contains("createClientSecret request session.watermark: member")
                .endsWith("differences to published.yaml\n");
        assertThat(ExactJson.parse(PublishedOutput.JSON.of(differences(), "published.yaml", "2026-08-21"))
                        .at("/differences"))
                .hasSameSizeAs(differences());
    }

    @Test
    void readsADocumentOverHttp() throws Exception {
        HttpServer server = server(200);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/openapi.yaml";

            assertThat(PublishedDrift.of(DriftSource.read(url))).hasSameSizeAs(differences());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void followsARedirectButNoneWithoutEnd() throws Exception {
        HttpServer server = server(200);
        redirect(server, "/moved", "/openapi.yaml");
        redirect(server, "/loop", "/loop");
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();

            assertThat(PublishedDrift.of(DriftSource.read(base + "/moved"))).hasSameSizeAs(differences());
            assertThatThrownBy(() -> DriftSource.read(base + "/loop"))
                    .hasMessage(base + "/loop: more than 5 redirects");
        } finally {
            server.stop(0);
        }
    }

    private static void redirect(HttpServer server, String from, String to) {
        server.createContext(from, exchange -> {
            exchange.getResponseHeaders().set("location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    @Test
    void rejectsAnotherStatusAndAMissingFile() throws Exception {
        HttpServer server = server(404);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/openapi.yaml";

            assertThatThrownBy(() -> DriftSource.read(url))
                    .isInstanceOf(InvalidDocumentException.class)
                    .hasMessageContaining("status 404");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> DriftSource.read("no-such-file.yaml")).isInstanceOf(InvalidDocumentException.class);
    }

    private static HttpServer server(int status) throws IOException {
        byte[] body = Files.readAllBytes(FILE);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static List<PublishedDifference> differences() throws InterruptedException {
        return PublishedDrift.of(DriftSource.read(FILE.toString()));
    }
}
