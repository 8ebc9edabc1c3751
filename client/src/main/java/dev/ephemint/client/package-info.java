/** Mints client secrets ({@link dev.ephemint.client.EphemintClient}) and keeps one valid ({@link dev.ephemint.client.TokenSource}). */
@NullMarked
package dev.ephemint.client;

import org.jspecify.annotations.NullMarked;
