package dev.ephemint.contract;

import org.jspecify.annotations.Nullable;

/**
 * One way in which a body breaks a schema, in the vendor's words.
 *
 * @param param the member at fault, {@code session.tools[0].name} for example; null for the whole body
 * @param code the fault as a word for programs
 * @param message the fault as a sentence, without any text of the body's but names of members
 */
public record Violation(@Nullable String param, String code, String message) {}
