/** The client as its users see it, from another package. */
@NullMarked
package dev.ephemint.client.example;

import org.jspecify.annotations.NullMarked;
