/** What a session is at the vendors: its echo, its models and the protocol of its socket. */
@NullMarked
package dev.ephemint.server.sandbox.session;

import org.jspecify.annotations.NullMarked;
