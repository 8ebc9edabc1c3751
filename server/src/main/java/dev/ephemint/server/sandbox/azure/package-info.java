/** Azure OpenAI as it was recorded: GA and the preview. */
@NullMarked
package dev.ephemint.server.sandbox.azure;

import org.jspecify.annotations.NullMarked;
