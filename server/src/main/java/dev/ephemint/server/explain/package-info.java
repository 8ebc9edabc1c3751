/** What a mint would send, and which rule or policy touched what; sends nothing. */
@NullMarked
package dev.ephemint.server.explain;

import org.jspecify.annotations.NullMarked;
