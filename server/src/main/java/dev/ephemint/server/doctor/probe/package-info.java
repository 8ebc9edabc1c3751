/** The steps of the doctor: real mints, handshakes and speech, each recorded with what was sent and received. */
@NullMarked
package dev.ephemint.server.doctor.probe;

import org.jspecify.annotations.NullMarked;
