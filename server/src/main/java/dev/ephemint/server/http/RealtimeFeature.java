package dev.ephemint.server.http;

import dev.ephemint.server.http.docs.DocsResource;
import dev.ephemint.server.http.error.ErrorMappers;
import dev.ephemint.server.http.filter.AccessFeature;
import dev.ephemint.server.http.filter.HostFilter;
import dev.ephemint.server.http.filter.IncomingFilter;
import dev.ephemint.server.http.filter.OptionsFilter;
import dev.ephemint.server.http.filter.PathPrefixFilter;
import dev.ephemint.server.http.filter.RequestLog;
import dev.ephemint.server.http.filter.ResponseHeadersFilter;
import dev.ephemint.server.http.gate.ContractReader;
import dev.ephemint.server.http.gate.SdpReader;
import dev.ephemint.server.http.page.BrowserResource;
import dev.ephemint.server.http.page.PageResource;
import dev.ephemint.server.mint.Mint;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Registers everything that the edge is. */
public final class RealtimeFeature implements Feature {

    private final Edge edge;

    public RealtimeFeature(Edge edge) {
        this.edge = edge;
    }

    @Override
    public boolean configure(FeatureContext context) {
        MintContexts contexts = new MintContexts(edge.settings().limits().timeout());
        context.register(new IncomingFilter())
                .register(new HostFilter(edge.settings().hosts()))
                .register(new PathPrefixFilter())
                .register(new OptionsFilter())
                .register(new AccessFeature(edge.callers()))
                .register(new ContractReader(edge.settings().limits().maxBytes(), edge.repair()))
                .register(new ContractWriter())
                .register(new RealtimeResource(
                        mint(), new DefaultModel(edge.settings().defaultModel()), edge.repair(), contexts))
                .register(new ContractResource())
                .register(new DocsResource())
                .register(new HealthResource(edge.readiness()))
                .register(new BrowserResource())
                .register(new ResponseHeadersFilter())
                .register(new RequestLog(edge.settings().dialect()));
        edge.calls().ifPresent(calls -> context.register(
                        new SdpReader(edge.settings().limits().maxBytes()))
                .register(new SdpWriter())
                .register(new CallResource(calls, contexts)));
        if (edge.settings().page()) {
            context.register(new PageResource());
        }
        edge.watch().ifPresent(context::register);
        ErrorMappers.all().forEach(context::register);
        return true;
    }

    private Mint mint() {
        Mint mint = edge.embedded().isPresent() ? new CallerAddressMint(edge.mint()) : edge.mint();
        return edge.calls().isPresent() ? new CallAddressMint(mint) : mint;
    }
}
