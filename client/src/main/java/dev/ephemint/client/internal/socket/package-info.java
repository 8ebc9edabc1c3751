/** The queues, threads and checks of one WebSocket; not exported. */
@NullMarked
package dev.ephemint.client.internal.socket;

import org.jspecify.annotations.NullMarked;
