/** Files that the service serves as they are. */
@NullMarked
package dev.ephemint.server.http.content;

import org.jspecify.annotations.NullMarked;
