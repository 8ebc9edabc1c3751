/** A finished run as text, JSON, JUnit XML, SARIF, Markdown, one page of HTML and a badge. */
@NullMarked
package dev.ephemint.conformance.report;

import org.jspecify.annotations.NullMarked;
