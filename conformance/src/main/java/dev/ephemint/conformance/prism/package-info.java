/** Prism as a process of ours, alone or mounted where a vendor would be. */
@NullMarked
package dev.ephemint.conformance.prism;

import org.jspecify.annotations.NullMarked;
