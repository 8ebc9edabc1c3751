/** The client against a service that is a fake. */
@NullMarked
package dev.ephemint.client;

import org.jspecify.annotations.NullMarked;
