@NullMarked
package dev.ephemint.conformance.profile;

import org.jspecify.annotations.NullMarked;
