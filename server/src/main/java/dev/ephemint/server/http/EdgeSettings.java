package dev.ephemint.server.http;

import dev.ephemint.server.http.intake.RequestLimits;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The settings of the HTTP interface.
 *
 * @param dialect the upstream's dialect, for the log
 * @param defaultModel model of a flat request that names none
 * @param limits what a request may take
 * @param hosts accepts a name of a Host header
 * @param crossOrigins accepts an Origin whose pages may call; empty: the service's own only
 * @param page whether the page is served
 */
public record EdgeSettings(
        String dialect,
        String defaultModel,
        RequestLimits limits,
        Predicate<String> hosts,
        Optional<Predicate<String>> crossOrigins,
        boolean page) {}
