/** Reports of runs, also of hostile ones. */
@NullMarked
package dev.ephemint.conformance.report;

import org.jspecify.annotations.NullMarked;
