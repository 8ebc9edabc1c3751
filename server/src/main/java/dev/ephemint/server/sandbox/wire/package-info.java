/** The sandbox's HTTP: requests, responses, JSON and the tokens that it issued. */
@NullMarked
package dev.ephemint.server.sandbox.wire;

import org.jspecify.annotations.NullMarked;
