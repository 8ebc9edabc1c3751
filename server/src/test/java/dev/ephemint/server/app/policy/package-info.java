/** What reaches a vendor, in front of every dialect, for callers with a policy. */
@NullMarked
package dev.ephemint.server.app.policy;

import org.jspecify.annotations.NullMarked;
