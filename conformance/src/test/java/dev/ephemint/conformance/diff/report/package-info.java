@NullMarked
package dev.ephemint.conformance.diff.report;

import org.jspecify.annotations.NullMarked;
