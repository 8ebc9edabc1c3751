package dev.ephemint.server.policy;

/**
 * What an operator can check if the vendor refuses the configured credential.
 *
 * @param rejected on 401: the credential is not accepted
 * @param forbidden on 403: the credential lacks a permission
 */
public record CredentialHints(String rejected, String forbidden) {}
