/** What the operator may set, from the environment and a file: the only reader of the environment. */
@NullMarked
package dev.ephemint.server.settings;

import org.jspecify.annotations.NullMarked;
