/** Recording against a fake vendor that leaks, and the refusal of what looks like a credential. */
@NullMarked
package dev.ephemint.conformance.record;

import org.jspecify.annotations.NullMarked;
