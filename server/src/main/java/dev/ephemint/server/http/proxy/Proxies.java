package dev.ephemint.server.http.proxy;

import java.util.function.Predicate;

/**
 * The proxies in front of the service, and how they say where a request comes from.
 *
 * @param listed accepts the address of a proxy, as text
 * @param header in which proxies forward; the headers of the other kind are ignored, because a proxy may let a caller's pass
 * @param protocol whether connections of proxies begin with the PROXY protocol
 */
public record Proxies(Predicate<String> listed, ForwardedHeader header, boolean protocol) {

    /** No proxy is believed. */
    public static final Proxies NONE = new Proxies(address -> false, ForwardedHeader.X_FORWARDED, false);
}
