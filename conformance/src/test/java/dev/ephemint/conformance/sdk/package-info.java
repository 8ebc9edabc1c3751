@NullMarked
package dev.ephemint.conformance.sdk;

import org.jspecify.annotations.NullMarked;
