package dev.ephemint.conformance.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.Facades;
import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.MessageSender;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.scenario.Gateway;
import dev.ephemint.server.sandbox.Sandbox;
import dev.ephemint.server.sandbox.SandboxOptions;
import dev.ephemint.server.sandbox.fault.SandboxFault;
import dev.ephemint.testing.SettableClock;
import java.time.Duration;
import java.util.Map;

/** A facade in front of a sandbox that stands for a vendor, with a clock of its own. */
final class SandboxSetup implements AutoCloseable {
    private final TargetDialect dialect;
    private final SettableClock clock = SettableClock.running();
    private final Sandbox sandbox;
    private final Gateway.Running facade;

    private SandboxSetup(TargetDialect dialect, SandboxFault... faults) {
        this.dialect = dialect;
        SandboxOptions options = SandboxOptions.of(dialect.id(), clock);
        for (SandboxFault fault : faults) {
            options = options.with(fault);
        }
        this.sandbox = Sandbox.start(options);
        this.facade = Facades.start(Map.of(
                "server.port",
                "0",
                "upstream.dialect",
                dialect.id(),
                "upstream.url",
                sandbox.uri().toString(),
                dialect.vendor().keySetting(),
                standingKey()));
    }

    static SandboxSetup of(TargetDialect dialect, SandboxFault... faults) {
        return new SandboxSetup(dialect, faults);
    }

    /** The key that the facade mints with. */
    String standingKey() {
        return sandbox.key().reveal();
    }

    /** Advances the vendor's clock. */
    void advance(Duration by) {
        clock.advance(by);
    }

    /** The response to a mint of a session in which the client commits. */
    JsonNode mint(MintOperation operation) {
        String transcription = "{\"model\":\"gpt-4o-mini-transcribe\"}";
        String body = operation.isFlat()
                ? "{\"input_audio_transcription\":" + transcription + ",\"turn_detection\":null}"
                : "{\"session\":{\"type\":\"transcription\",\"audio\":{\"input\":{\"transcription\":" + transcription
                        + ",\"turn_detection\":null}}}}";
        Message request =
                Message.request("POST", "/v1" + operation.path(), body).with("content-type", "application/json");
        Message response = new MessageSender().call(facade.uri(), request);
        if (response.status() != 200) {
            throw new IllegalStateException(dialect + " did not mint: " + response.body());
        }
        return ExactJson.parse(response.body());
    }

    Connect connect() {
        return Connect.byHeader(mint(MintOperation.createClientSecret));
    }

    @Override
    public void close() {
        facade.close();
        sandbox.close();
    }
}
