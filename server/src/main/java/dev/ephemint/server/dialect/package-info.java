/** Vendor dialects: pure pairs of functions from a request to a call and from a reply to a token. */
@NullMarked
package dev.ephemint.server.dialect;

import org.jspecify.annotations.NullMarked;
