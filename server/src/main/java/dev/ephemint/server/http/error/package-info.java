/** What every failure answers with: OpenAI's envelope, one mapper per kind. */
@NullMarked
package dev.ephemint.server.http.error;

import org.jspecify.annotations.NullMarked;
