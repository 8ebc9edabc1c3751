/** Identifies callers by what they show: API keys, tokens of an issuer, or client certificates. */
@NullMarked
package dev.ephemint.server.caller;

import org.jspecify.annotations.NullMarked;
