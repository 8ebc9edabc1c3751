/** The wire format of OpenAI: GA client secrets, and the flat beta that only compatible servers still speak. */
@NullMarked
package dev.ephemint.server.dialect.openai;

import org.jspecify.annotations.NullMarked;
