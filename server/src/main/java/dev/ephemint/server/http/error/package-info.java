/** The responses of failures: OpenAI's envelope, one mapper per kind. */
@NullMarked
package dev.ephemint.server.http.error;

import org.jspecify.annotations.NullMarked;
