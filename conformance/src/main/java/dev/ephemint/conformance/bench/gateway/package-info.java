/** The gateways that are measured: how each is started, asked for a mint, and what it uses. */
@NullMarked
package dev.ephemint.conformance.bench.gateway;

import org.jspecify.annotations.NullMarked;
