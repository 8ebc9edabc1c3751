@NullMarked
package dev.ephemint.server.http.docs;

import org.jspecify.annotations.NullMarked;
