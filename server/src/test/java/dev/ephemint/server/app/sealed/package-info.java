/** Sealed tokens in the whole service. */
package dev.ephemint.server.app.sealed;
