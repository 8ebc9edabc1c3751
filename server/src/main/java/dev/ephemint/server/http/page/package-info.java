/** The page that shows a token at work, and the module for browsers that it uses. */
@NullMarked
package dev.ephemint.server.http.page;

import org.jspecify.annotations.NullMarked;
