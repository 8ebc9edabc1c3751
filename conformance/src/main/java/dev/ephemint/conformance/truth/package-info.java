/** The truth table: what documents, prose and recordings say of each member, and what the contract makes of it. */
@NullMarked
package dev.ephemint.conformance.truth;

import org.jspecify.annotations.NullMarked;
