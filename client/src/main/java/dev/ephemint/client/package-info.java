/** Mints client secrets from Java: {@link dev.ephemint.client.EphemintClient}; keeps one valid, and transcribes with it. */
@NullMarked
package dev.ephemint.client;

import org.jspecify.annotations.NullMarked;
