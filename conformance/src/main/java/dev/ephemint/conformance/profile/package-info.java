/** What a target declares about itself, so that the kit knows which checks apply. */
@NullMarked
package dev.ephemint.conformance.profile;

import org.jspecify.annotations.NullMarked;
