/** The contract for server and client: bundled documents, JSON mapper, error codes and failures. */
@NullMarked
package dev.ephemint.contract;

import org.jspecify.annotations.NullMarked;
