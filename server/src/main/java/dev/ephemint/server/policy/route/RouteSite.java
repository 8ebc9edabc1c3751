package dev.ephemint.server.policy.route;

import dev.ephemint.server.policy.caller.UpstreamPolicy;

/**
 * What a route needs to know about one upstream.
 *
 * @param policy bounds a request as the caller's policy says for this upstream
 */
public record RouteSite(String name, UpstreamModels models, UpstreamPolicy policy) {}
