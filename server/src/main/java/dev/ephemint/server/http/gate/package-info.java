/** Admits a body only if the contract allows it: encoding, JSON, size, schema. */
@NullMarked
package dev.ephemint.server.http.gate;

import org.jspecify.annotations.NullMarked;
