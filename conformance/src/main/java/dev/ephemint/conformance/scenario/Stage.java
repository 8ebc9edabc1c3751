package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.Dialect;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.vendor.Reaction;
import dev.ephemint.conformance.vendor.RefusingPort;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One gateway between a caller and a scripted vendor. */
final class Stage implements AutoCloseable {
    private final ScriptedVendor vendor;
    private final RefusingPort nobody;
    private final Gateway.Running gateway;

    private Stage(ScriptedVendor vendor, RefusingPort nobody, Gateway.Running gateway) {
        this.vendor = vendor;
        this.nobody = nobody;
        this.gateway = gateway;
    }

    /** @param reachable whether anybody listens at the vendor's address */
    static Stage set(Gateway gateway, Dialect dialect, Map<String, String> settings, boolean reachable) {
        ScriptedVendor vendor = ScriptedVendor.start();
        RefusingPort nobody = RefusingPort.open();
        Map<String, String> all = new HashMap<>();
        all.put("server.port", "0");
        all.put("upstream.dialect", dialect.id());
        all.put("upstream.url", (reachable ? vendor.uri() : nobody.uri()).toString());
        all.put(dialect.isAzure() ? "azure.api-key" : "openai.api-key", ScenarioRunner.CREDENTIAL);
        settings.forEach((name, value) ->
                all.put(name, value.replace("${upstream}", vendor.uri().getAuthority())));
        return new Stage(vendor, nobody, gateway.start(all));
    }

    URI gateway() {
        return gateway.uri();
    }

    URI vendor() {
        return vendor.uri();
    }

    void script(Reaction reaction) {
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
        nobody.close();
    }
}
