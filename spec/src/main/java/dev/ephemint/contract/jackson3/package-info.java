/** The contract's models in mappers of Jackson 3, which is not needed otherwise; {@code findAndAddModules} finds it. */
@NullMarked
package dev.ephemint.contract.jackson3;

import org.jspecify.annotations.NullMarked;
