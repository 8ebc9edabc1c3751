package dev.ephemint.server.settings;

import java.net.URI;
import java.nio.file.Path;

/**
 * An identity token of this machine, which OpenAI exchanges for an access token.
 *
 * @param tokenFile holds the identity token, and is read for each exchange
 * @param tokenType {@code jwt} or {@code id_token}
 * @param identityProviderId OpenAI's id of the identity provider
 * @param serviceAccountId OpenAI's id of the service account
 * @param tokenUrl where tokens are exchanged
 */
public record WorkloadIdentity(
        Path tokenFile, String tokenType, String identityProviderId, String serviceAccountId, URI tokenUrl) {}
