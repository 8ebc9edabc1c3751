package dev.ephemint.conformance.verdict;

import dev.ephemint.conformance.gateway.Target;
import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.profile.RequestHeaders;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A target over HTTP, without a record of exchanges. */
public record TestTarget(URI base, Profile profile, Optional<ScriptedVendor> vendor, HttpCaller http)
        implements Target {
    /** Without environment variables. */
    private static final Map<String, String> ENVIRONMENT = Map.of();

    @Override
    public Message callBare(Message request) {
        return http.call(URI.create(base + request.target()), request);
    }

    @Override
    public Message call(Message request) {
        Message all = request;
        for (Header header : RequestHeaders.of(profile, vendor.map(ScriptedVendor::uri), ENVIRONMENT::get)) {
            all = request.header(header.name()).isPresent() ? all : all.with(header.name(), header.value());
        }
        return http.call(URI.create(base + request.target()), all);
    }
}
