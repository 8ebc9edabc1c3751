package dev.ephemint.server.schema;

import org.jspecify.annotations.Nullable;

/**
 * One schema violation of a body, worded as the vendor words it.
 *
 * @param param the member at fault, {@code session.tools[0].name} for example; null for the whole body
 * @param code error code for programs
 * @param message message for people; of the body it contains only member names
 */
public record Violation(@Nullable String param, String code, String message) {}
