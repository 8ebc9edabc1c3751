/** What calls and socket share, and the HTTP below them; not for users, and not exported. */
@NullMarked
package dev.ephemint.client.internal;

import org.jspecify.annotations.NullMarked;
