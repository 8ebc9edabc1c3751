/** The page that shows a token at work. */
@NullMarked
package dev.ephemint.server.http.page;

import org.jspecify.annotations.NullMarked;
