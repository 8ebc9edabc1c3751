@NullMarked
package dev.ephemint.conformance.json;

import org.jspecify.annotations.NullMarked;
