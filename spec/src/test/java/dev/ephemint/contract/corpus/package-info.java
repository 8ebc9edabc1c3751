/** The documents that every reader and writer of the contract has to leave as they are; published as a test jar. */
@NullMarked
package dev.ephemint.contract.corpus;

import org.jspecify.annotations.NullMarked;
