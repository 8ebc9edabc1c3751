/** Reports of a diff: console, Markdown, JSON, SARIF and GitHub annotations. */
@NullMarked
package dev.ephemint.conformance.diff.report;

import org.jspecify.annotations.NullMarked;
