package dev.ephemint.server.http.proxy;

/** Headers in which proxies forward where a request comes from. */
public enum ForwardedHeader {

    /** {@code X-Forwarded-For}, {@code X-Forwarded-Proto} and {@code X-Forwarded-Host}. */
    X_FORWARDED,

    /** {@code Forwarded} (RFC 7239). */
    FORWARDED
}
