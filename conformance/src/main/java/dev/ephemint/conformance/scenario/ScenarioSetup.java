package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.vendor.ReservedPort;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One gateway between a caller and a scripted vendor. */
final class ScenarioSetup implements AutoCloseable {
    private final ScriptedVendor vendor;
    private final ReservedPort reserved;
    private final Gateway.Running gateway;

    private ScenarioSetup(ScriptedVendor vendor, ReservedPort reserved, Gateway.Running gateway) {
        this.vendor = vendor;
        this.reserved = reserved;
        this.gateway = gateway;
    }

    /** @param reachable whether a server listens at the vendor's address */
    static ScenarioSetup set(Gateway gateway, TargetDialect dialect, Map<String, String> settings, boolean reachable) {
        ScriptedVendor vendor = ScriptedVendor.start();
        ReservedPort reserved = ReservedPort.open();
        Map<String, String> all = new HashMap<>();
        all.put("server.port", "0");
        all.put("upstream.dialect", dialect.id());
        all.put("upstream.url", (reachable ? vendor.uri() : reserved.uri()).toString());
        all.put(dialect.vendor().keySetting(), ScenarioRunner.CREDENTIAL);
        settings.forEach((name, value) ->
                all.put(name, value.replace("${upstream}", vendor.uri().getAuthority())));
        return new ScenarioSetup(vendor, reserved, gateway.start(all));
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
    }
}
