package dev.ephemint.conformance.run;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.gateway.GatewayAddress;
import dev.ephemint.conformance.gateway.HttpTarget;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A gateway in this process that responds as a test says. */
public final class FakeGateway implements AutoCloseable {
    public static final Profile PROFILE = new Profile(
            "fake",
            "A fake",
            TargetDialect.OPENAI,
            Map.of(MintOperation.createClientSecret, "/v1/realtime/client_secrets"),
            Set.of("transcription"),
            Set.of(),
            Map.of(),
            Map.of(),
            Optional.empty());

    /** Long enough for a busy machine: only a gateway that never responds reaches it. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final ScriptedVendor server = ScriptedVendor.start();

    public static FakeGateway responding(Message response) {
        return reacting(VendorReaction.response(response));
    }

    public static FakeGateway responding(int status) {
        return responding(Message.response(status, "{}"));
    }

    public static FakeGateway reacting(VendorReaction reaction) {
        FakeGateway gateway = new FakeGateway();
        gateway.server.script(reaction);
        return gateway;
    }

    /** A target that is no fake. */
    static HttpTarget targetAt(URI uri) {
        return new HttpTarget(new GatewayAddress(uri, List.of()), PROFILE, Optional.empty(), DEADLINE);
    }

    public HttpTarget target() {
        return target(Optional.empty(), DEADLINE);
    }

    public HttpTarget target(Optional<ScriptedVendor> vendor, Duration deadline) {
        return new HttpTarget(new GatewayAddress(server.uri(), List.of()), PROFILE, vendor, deadline);
    }

    public ScriptedVendor server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
