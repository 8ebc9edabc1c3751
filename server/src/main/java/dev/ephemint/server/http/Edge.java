package dev.ephemint.server.http;

import dev.ephemint.server.mint.Mint;
import java.util.function.Predicate;

/**
 * What the edge needs to know.
 *
 * @param mint mints
 * @param dialect the vendor dialect that it speaks, for the log
 * @param readiness tells whether a mint could be tried
 * @param defaultModel model of a flat request that names none
 * @param maxRequestBytes largest body that is read
 * @param hosts which names in Host headers are answered
 * @param page whether the page for people is served
 */
public record Edge(
        Mint mint,
        String dialect,
        Readiness readiness,
        String defaultModel,
        int maxRequestBytes,
        Predicate<String> hosts,
        boolean page) {}
