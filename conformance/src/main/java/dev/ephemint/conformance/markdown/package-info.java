/** What documents in Markdown have in common. */
@NullMarked
package dev.ephemint.conformance.markdown;

import org.jspecify.annotations.NullMarked;
