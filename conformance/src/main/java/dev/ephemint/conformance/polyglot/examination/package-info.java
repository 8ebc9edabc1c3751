/** What a generated client sends and reads, compared with the bytes of the cases. */
@NullMarked
package dev.ephemint.conformance.polyglot.examination;

import org.jspecify.annotations.NullMarked;
