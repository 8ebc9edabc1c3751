package dev.ephemint.server.sandbox.fault;

import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.sandbox.azure.EntraTokens;
import dev.ephemint.server.sandbox.wire.SandboxDialect;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import java.time.Clock;

/**
 * What a fault may need of the sandbox in which it acts.
 *
 * @param clock the vendor's, after all faults of the clock
 * @param key the standing key
 */
public record FaultContext(SandboxDialect dialect, Clock clock, Secret key, EntraTokens entra, TokenRegistry tokens) {}
