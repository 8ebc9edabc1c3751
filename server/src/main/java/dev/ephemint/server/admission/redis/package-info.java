/** Admission that all replicas share, in Redis or Valkey. */
@NullMarked
package dev.ephemint.server.admission.redis;

import org.jspecify.annotations.NullMarked;
