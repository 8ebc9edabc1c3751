package dev.ephemint.server.tracing;

import io.opentelemetry.api.common.AttributeKey;

/** Names of attributes: OpenTelemetry's semantic conventions for HTTP, and four of Ephemint's. */
final class Attributes {

    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
    static final AttributeKey<String> DIALECT = AttributeKey.stringKey("ephemint.dialect");
    static final AttributeKey<String> UPSTREAM = AttributeKey.stringKey("ephemint.upstream");
    static final AttributeKey<String> CALLER = AttributeKey.stringKey("ephemint.caller");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("ephemint.outcome");

    private Attributes() {}
}
