/** Tests of redaction. */
@NullMarked
package dev.ephemint.contract.redaction;

import org.jspecify.annotations.NullMarked;
