package dev.ephemint.server.sandbox;

import dev.ephemint.server.mint.Secret;
import java.time.Clock;

/**
 * What a fault may need of the sandbox in which it acts.
 *
 * @param clock the vendor's, after all faults of the clock
 * @param key the standing key
 */
record FaultContext(SandboxDialect dialect, Clock clock, Secret key, EntraTokens entra, TokenRegistry tokens) {}
