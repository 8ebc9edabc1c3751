/** Jackson 3 module for the contract's models; optional, found by {@code findAndAddModules}. */
@NullMarked
package dev.ephemint.contract.jackson3;

import org.jspecify.annotations.NullMarked;
