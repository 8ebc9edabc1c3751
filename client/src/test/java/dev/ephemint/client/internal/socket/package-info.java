/** Tests of the WebSocket's queues and checks. */
@NullMarked
package dev.ephemint.client.internal.socket;

import org.jspecify.annotations.NullMarked;
