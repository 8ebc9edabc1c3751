/** Gateways side by side, from the reports of their runs. */
@NullMarked
package dev.ephemint.conformance.scoreboard;

import org.jspecify.annotations.NullMarked;
