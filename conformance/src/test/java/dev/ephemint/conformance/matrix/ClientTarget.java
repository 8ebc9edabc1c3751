package dev.ephemint.conformance.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephemint.client.EphemintClient;
import dev.ephemint.client.EphemintException;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.json.TreeComparison;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import dev.ephemint.contract.ContractJson;
import dev.ephemint.contract.model.ClientSecretRequest;
import dev.ephemint.contract.model.FlatTranscriptionSessionRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A gateway that is called through Ephemint's client. Every body is bound to the client's models and written again, and the
 * traffic between client and gateway is recorded and compared, too.
 */
final class ClientTarget implements Target, AutoCloseable {
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final Profile profile;
    private final ScriptedVendor vendor;
    private final UnaryOperator<String> clientChange;
    private final ScriptedVendor wire = ScriptedVendor.start();
    private final MessageSender sender = new MessageSender();
    private final EphemintClient client;
    private final List<String> losses = new ArrayList<>();

    private volatile Message received = Message.response(500, "");

    private ClientTarget(Profile profile, ScriptedVendor vendor, URI gateway, UnaryOperator<String> clientChange) {
        this.profile = profile;
        this.vendor = vendor;
        this.clientChange = clientChange;
        this.client = EphemintClient.builder().baseUrl(wire.uri() + "/v1").build();
        wire.script(relayTo(gateway));
    }

    static ClientTarget of(Profile profile, ScriptedVendor vendor, URI gateway) {
        return new ClientTarget(profile, vendor, gateway, UnaryOperator.identity());
    }

    /** @param change what the client does to every body, to prove that the comparison notices */
    static ClientTarget lossy(Profile profile, ScriptedVendor vendor, URI gateway, UnaryOperator<String> change) {
        return new ClientTarget(profile, vendor, gateway, change);
    }

    private VendorReaction relayTo(URI gateway) {
        return (request, socket) -> {
            Message forwarded = new Message(request.start(), endToEnd(request.headers()), request.body());
            Message response = sender.call(gateway, forwarded);
            received = new Message(response.start(), endToEnd(response.headers()), response.body());
            VendorReaction.response(received).on(request, socket);
        };
    }

    private static List<Header> endToEnd(List<Header> headers) {
        return headers.stream()
                .filter(header -> OWN_HEADERS.stream().noneMatch(header::is)
                        && !header.name().startsWith(":"))
                .toList();
    }

    /** What was lost between the caller's objects and the wire, in either direction. */
    List<String> losses() {
        return List.copyOf(losses);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public Optional<ScriptedVendor> vendor() {
        return Optional.of(vendor);
    }

    @Override
    public Message call(Message request) {
        int before = wire.requests().size();
        try {
            String bound = clientChange.apply(mintWithModels(operation(request), clientChange.apply(request.body())));
            compare("response", received.body(), bound);
        } catch (EphemintException refused) {
            if (received.status() / 100 == 2) {
                losses.add("the client did not accept " + received.body() + ": " + refused.getMessage());
            }
        } catch (JsonProcessingException e) {
            losses.add("the client's models do not hold " + request.body() + ": " + e.getOriginalMessage());
            return Message.response(400, "");
        }
        compare("request", request.body(), wire.requests().get(before).body());
        return received;
    }

    private void compare(String what, String sent, String arrived) {
        TreeComparison.differences(ExactJson.parse(sent), ExactJson.parse(arrived))
                .forEach(line -> losses.add("the client's " + what + ": " + line));
    }

    private MintOperation operation(Message request) {
        return profile.endpoints().entrySet().stream()
                .filter(endpoint -> endpoint.getValue().equals(request.target()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @SuppressWarnings("deprecation")
    private String mintWithModels(MintOperation operation, String body) throws JsonProcessingException {
        Object minted =
                switch (operation) {
                    case createClientSecret ->
                        client.createClientSecret(ContractJson.mapper().readValue(body, ClientSecretRequest.class));
                    case createTranscriptionSession ->
                        client.createTranscriptionSession(
                                ContractJson.mapper().readValue(body, FlatTranscriptionSessionRequest.class));
                };
        return ContractJson.mapper().writeValueAsString(minted);
    }

    @Override
    public void close() {
        wire.close();
    }
}
