/** What is verified of a gateway, one check a fact. */
@NullMarked
package dev.ephemint.conformance.check;

import org.jspecify.annotations.NullMarked;
