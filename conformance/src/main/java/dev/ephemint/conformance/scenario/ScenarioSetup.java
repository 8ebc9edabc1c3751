package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.vendor.ReservedPort;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One gateway between a caller and a scripted vendor, which plays each of several upstreams, by their paths. */
final class ScenarioSetup implements AutoCloseable {
    /** This setting names dialects, addresses and credentials itself. */
    private static final String SEVERAL = "upstreams";

    private final ScriptedVendor vendor;
    private final ReservedPort reserved;
    private final Path key;
    private final Gateway.Running gateway;

    private ScenarioSetup(ScriptedVendor vendor, ReservedPort reserved, Path key, Gateway.Running gateway) {
        this.vendor = vendor;
        this.reserved = reserved;
        this.key = key;
        this.gateway = gateway;
    }

    /** @param reachable whether a server listens at the vendor's address */
    static ScenarioSetup set(Gateway gateway, TargetDialect dialect, Map<String, String> settings, boolean reachable) {
        ScriptedVendor vendor = ScriptedVendor.start();
        ReservedPort reserved = ReservedPort.open();
        Path key = keyFile();
        Map<String, String> all = new HashMap<>();
        all.put("server.port", "0");
        if (!settings.containsKey(SEVERAL)) {
            all.put("upstream.dialect", dialect.id());
            all.put("upstream.url", (reachable ? vendor.uri() : reserved.uri()).toString());
            all.put(dialect.vendor().keySetting(), ScenarioRunner.CREDENTIAL);
        }
        settings.forEach((name, value) -> all.put(
                name,
                value.replace("${upstream}", vendor.uri().getAuthority())
                        .replace("${refused}", reserved.uri().getAuthority())
                        .replace("${key-file}", key.toString())));
        return new ScenarioSetup(vendor, reserved, key, gateway.start(all));
    }

    private static Path keyFile() {
        try {
            return Files.writeString(Files.createTempFile("scenario", ".key"), ScenarioRunner.CREDENTIAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI gateway() {
        return gateway.uri();
    }

    URI vendor() {
        return vendor.uri();
    }

    void script(VendorReaction reaction) {
        vendor.script(reaction);
    }

    List<Message> arrived() {
        return vendor.requests();
    }

    List<String> faults() {
        return vendor.faults();
    }

    @Override
    public void close() {
        gateway.close();
        vendor.close();
        reserved.close();
        delete(key);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
