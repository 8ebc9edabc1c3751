package dev.ephemint.server.mint;

import org.jspecify.annotations.Nullable;

/**
 * Something that the caller should know of a token that was minted all the same.
 *
 * @param code stable, for programs
 * @param message for people
 * @param param the member it is about, as a path in the nested shape, or null
 */
public record MintWarning(
        String code, String message, @Nullable String param) {}
