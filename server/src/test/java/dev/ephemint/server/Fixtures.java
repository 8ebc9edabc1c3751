package dev.ephemint.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.server.dialect.UpstreamReply;
import dev.ephemint.server.mint.Connection;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Whole values with sensible contents; a test says only what it is about. */
public final class Fixtures {

    public static final String TOKEN = "ek_fixture0123456789abcdef";

    private Fixtures() {}

    /** JSON with single quotes for double ones. */
    public static ObjectNode json(String text) {
        return (ObjectNode) tree(text);
    }

    /** The same for any JSON. */
    public static JsonNode tree(String text) {
        try {
            return ContractJson.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The records of a file of the audit: a line of JSON each. */
    public static List<JsonNode> records(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Fixtures::tree).toList();
    }

    public static MintRequest request(String body) {
        return MintRequest.of(json(body));
    }

    /** A transcription session whose {@code audio.input} is the given object. */
    public static MintRequest transcription(String audioInput) {
        return request("{'session':{'type':'transcription','audio':{'input':" + audioInput + "}}}");
    }

    public static UpstreamReply reply(int status, String body) {
        return new UpstreamReply(status, Map.of(), body.replace('\'', '"'));
    }

    /** A token that expires at the given unix second. */
    public static MintedToken token(long expiresAt) {
        return new MintedToken(
                new Secret(TOKEN),
                json("{'expires_at':" + expiresAt + ",'session':{'type':'transcription'}}"),
                new Connection(
                        "openai",
                        new Addresses(URI.create("wss://vendor.example/v1/realtime"), true, Optional.empty())),
                "req_fixture");
    }

    /** The failure in which a call ends; fails if it ends in none. */
    public static MintFailure failureOf(ThrowingCallable call) {
        return failed(call).failure();
    }

    public static MintFailedException failed(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(MintFailedException.class, call);
    }
}
