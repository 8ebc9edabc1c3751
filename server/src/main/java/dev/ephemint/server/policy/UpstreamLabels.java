package dev.ephemint.server.policy;

/**
 * What the log says of an upstream.
 *
 * @param dialect the dialect's name
 * @param credential hints for the operator if the vendor refuses the credential
 */
public record UpstreamLabels(String dialect, CredentialHints credential) {}
