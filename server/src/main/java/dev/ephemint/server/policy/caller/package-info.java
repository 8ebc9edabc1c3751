/** What a caller may mint: rules by the name of its policy, applied to each request. */
@NullMarked
package dev.ephemint.server.policy.caller;

import org.jspecify.annotations.NullMarked;
