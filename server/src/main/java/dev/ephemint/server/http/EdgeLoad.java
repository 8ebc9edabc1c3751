package dev.ephemint.server.http;

/**
 * How much of its limits the service uses at a moment.
 *
 * @param requests that are handled, health checks excluded
 * @param rejected how many requests were rejected so far, because every place was taken
 * @param connections that are open
 * @param closed how many connections were closed for new ones so far
 */
public record EdgeLoad(
        int requests, int maxRequests, long rejected, int connections, int maxConnections, long closed) {}
