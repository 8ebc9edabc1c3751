/** OpenAPI and AsyncAPI documents from files, git revisions and releases, with the line of each place. */
@NullMarked
package dev.ephemint.conformance.diff.document;

import org.jspecify.annotations.NullMarked;
