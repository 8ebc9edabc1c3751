/** Known failures: how each is recognised, its cause, the source of that knowledge and the fix. */
@NullMarked
package dev.ephemint.server.doctor.diagnosis;

import org.jspecify.annotations.NullMarked;
