/** Hides keys and tokens in texts and JSON, in any encoding that a log or report may have. */
@NullMarked
package dev.ephemint.contract.redaction;

import org.jspecify.annotations.NullMarked;
