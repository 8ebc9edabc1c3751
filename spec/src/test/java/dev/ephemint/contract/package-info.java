/** Facts about the contract, its documents, its models and its gate. */
@NullMarked
package dev.ephemint.contract;

import org.jspecify.annotations.NullMarked;
