/** Tests of the client against a fake service. */
@NullMarked
package dev.ephemint.client;

import org.jspecify.annotations.NullMarked;
