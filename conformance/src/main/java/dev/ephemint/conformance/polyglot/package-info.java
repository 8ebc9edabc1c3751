/** Trials of generated clients: each is compiled, asked what it sends and what it reads, and judged. */
@NullMarked
package dev.ephemint.conformance.polyglot;

import org.jspecify.annotations.NullMarked;
