/** Tests of the contract: documents, models and validation. */
@NullMarked
package dev.ephemint.contract;

import org.jspecify.annotations.NullMarked;
