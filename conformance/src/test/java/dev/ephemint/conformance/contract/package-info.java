@NullMarked
package dev.ephemint.conformance.contract;

import org.jspecify.annotations.NullMarked;
