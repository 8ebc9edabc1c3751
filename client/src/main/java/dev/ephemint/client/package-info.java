/** Mints client secrets from Java: one entry point, {@link dev.ephemint.client.EphemintClient}, and what can go wrong. */
@NullMarked
package dev.ephemint.client;

import org.jspecify.annotations.NullMarked;
