/** The families of checks: mint, tape, refusal, fault, canary, secret, member, connect, scenario. */
@NullMarked
package dev.ephemint.conformance.family;

import org.jspecify.annotations.NullMarked;
