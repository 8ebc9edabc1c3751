/** What a request passes before it gets a thread of its own: its body is read, and too many are turned away. */
@NullMarked
package dev.ephemint.server.http.intake;

import org.jspecify.annotations.NullMarked;
