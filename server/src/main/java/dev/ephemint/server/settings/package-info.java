/** What the operator may set: the only reader of the environment and of files. */
@NullMarked
package dev.ephemint.server.settings;

import org.jspecify.annotations.NullMarked;
