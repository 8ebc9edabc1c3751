/** OpenAI as it was recorded: GA and the beta. */
@NullMarked
package dev.ephemint.server.sandbox.openai;

import org.jspecify.annotations.NullMarked;
