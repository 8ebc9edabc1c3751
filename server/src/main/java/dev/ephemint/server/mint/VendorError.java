package dev.ephemint.server.mint;

import org.jspecify.annotations.Nullable;

/** A vendor's error, scrubbed of anything key-like; members that the vendor left out are null. */
public record VendorError(@Nullable String code, @Nullable String param, String message) {}
