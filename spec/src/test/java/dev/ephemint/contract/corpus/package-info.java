/** Documents that every reader and writer of the contract must preserve; published in the test jar. */
@NullMarked
package dev.ephemint.contract.corpus;

import org.jspecify.annotations.NullMarked;
