/** Credentials for the vendors; the only package that uses azure-identity. */
@NullMarked
package dev.ephemint.server.credential;

import org.jspecify.annotations.NullMarked;
