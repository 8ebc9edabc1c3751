@NullMarked
package dev.ephemint.conformance.scenario;

import org.jspecify.annotations.NullMarked;
