/** Diagnoses a configured upstream step by step with real exchanges, and reports cause and fix. */
@NullMarked
package dev.ephemint.server.doctor;

import org.jspecify.annotations.NullMarked;
