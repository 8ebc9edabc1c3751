/** The wire format of Azure OpenAI: GA under {@code /openai/v1}, and the preview under {@code /openai/realtimeapi}. */
@NullMarked
package dev.ephemint.server.dialect.azure;

import org.jspecify.annotations.NullMarked;
