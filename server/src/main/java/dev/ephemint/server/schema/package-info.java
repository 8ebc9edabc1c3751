/** Validates bodies against the contract's schemas, with the vendors' error codes and texts. */
@NullMarked
package dev.ephemint.server.schema;

import org.jspecify.annotations.NullMarked;
