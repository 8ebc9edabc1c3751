package dev.ephemint.server.admission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The end of an admitted mint.
 *
 * @param minted whether there is a token
 * @param expires when the token stops opening sessions; empty if the vendor did not say, or without a token
 * @param audit the fields of its audit record, for a store that keeps them
 */
public record Settlement(boolean minted, Optional<Instant> expires, Supplier<Map<String, String>> audit) {}
