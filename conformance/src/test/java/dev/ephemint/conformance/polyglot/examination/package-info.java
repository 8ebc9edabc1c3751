/** Examinations of clients, with harnesses that are right and that are wrong. */
@NullMarked
package dev.ephemint.conformance.polyglot.examination;

import org.jspecify.annotations.NullMarked;
