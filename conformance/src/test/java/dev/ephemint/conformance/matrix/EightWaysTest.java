package dev.ephemint.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.client.EphemintClient;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.contract.DialectContract;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.prism.PrismVendor;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two endpoints over four dialects, from the client through the facade to Prism playing the vendor. */
final class EightWaysTest {
    private static final DialectContract CONTRACT = DialectContract.base();
    private static final List<Vendor> VENDORS = new ArrayList<>();

    private record Vendor(TargetDialect dialect, PrismVendor prism, Gateway.Running facade) {}

    static Stream<Arguments> ways() {
        return Stream.of(TargetDialect.values()).flatMap(dialect -> Stream.of(MintOperation.values())
                .map(operation -> Arguments.of(dialect, operation)));
    }

    @ParameterizedTest(name = "{1} over {0}")
    @MethodSource("ways")
    void clientMints(TargetDialect dialect, MintOperation operation) throws IOException {
        Vendor vendor = vendor(dialect);
        int before = vendor.prism().requests().size();

        String secret = mint(client(vendor), operation, example(dialect, operation));

        assertThat(secret).startsWith("ek_example");
        assertThat(vendor.prism().requests()).hasSize(before + 1);
    }

    @ParameterizedTest(name = "{1} over {0}")
    @MethodSource("ways")
    void responseConformsToTheContract(TargetDialect dialect, MintOperation operation) {
        Message request = Message.request(
                        "POST", "/v1" + operation.path(), ExactJson.write(example(dialect, operation)))
                .with("content-type", "application/json");

        Message response = new MessageSender().call(vendor(dialect).facade().uri(), request);

        assertThat(response.status()).as(response.body()).isEqualTo(200);
        JsonNode schema = CONTRACT.responseSchema(operation, 200);
        assertThat(CONTRACT.schemas().violations(schema, ExactJson.parse(response.body())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "AZURE"})
    void endpointThatIsDeadUpstreamIsAliveHere(TargetDialect dialect) throws IOException {
        Vendor vendor = vendor(dialect);
        MintOperation operation = MintOperation.createTranscriptionSession;
        String deadPath = dialect.mintPath().replace("client_secrets", "transcription_sessions");

        Message upstream = new MessageSender().call(vendor.prism().uri(), Message.request("POST", deadPath, "{}"));

        assertThat(upstream.status()).isEqualTo(404);
        assertThat(mint(client(vendor), operation, example(dialect, operation))).startsWith("ek_example");
    }

    @SuppressWarnings("deprecation")
    private static String mint(EphemintClient client, MintOperation operation, JsonNode example) throws IOException {
        return switch (operation) {
            case createClientSecret ->
                client.createClientSecret(ContractJson.mapper().treeToValue(example, ClientSecretRequest.class))
                        .getValue();
            case createTranscriptionSession ->
                client.createTranscriptionSession(
                                ContractJson.mapper().treeToValue(example, FlatTranscriptionSessionRequest.class))
                        .getClientSecret()
                        .getValue();
        };
    }

    private static EphemintClient client(Vendor vendor) {
        return EphemintClient.builder()
                .baseUrl(vendor.facade().uri().resolve("/v1").toString())
                .apiKey("the-callers-own")
                .build();
    }

    /** The contract's own example of a transcription session, without the lifetime if the dialect has none. */
    private static JsonNode example(TargetDialect dialect, MintOperation operation) {
        String name = operation.isFlat() ? "manual_commit" : "transcription_by_silence";
        ObjectNode example =
                CONTRACT.tree().at("/components/examples/" + name + "/value").deepCopy();
        if (!dialect.acceptsLifetime()) {
            example.remove("expires_after");
        }
        return example;
    }

    private static synchronized Vendor vendor(TargetDialect dialect) {
        return VENDORS.stream()
                .filter(vendor -> vendor.dialect() == dialect)
                .findFirst()
                .orElseGet(() -> start(dialect));
    }

    private static Vendor start(TargetDialect dialect) {
        PrismVendor prism = PrismVendor.start(dialect, Path.of(""), work());
        Vendor vendor = new Vendor(dialect, prism, Facades.start(dialect, prism.uri()));
        VENDORS.add(vendor);
        return vendor;
    }

    private static Path work() {
        try {
            return Files.createDirectories(Path.of("target/prism"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        VENDORS.forEach(vendor -> {
            vendor.facade().close();
            vendor.prism().close();
        });
    }
}
