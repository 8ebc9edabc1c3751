@NullMarked
package dev.ephemint.conformance.catalog;

import org.jspecify.annotations.NullMarked;
