/** Tests of samples and their formats. */
@NullMarked
package dev.ephemint.client.internal.audio;

import org.jspecify.annotations.NullMarked;
