/** Whether a caller may mint now: limits, idempotency keys and the audit record, decided in one step. */
@NullMarked
package dev.ephemint.server.admission;

import org.jspecify.annotations.NullMarked;
