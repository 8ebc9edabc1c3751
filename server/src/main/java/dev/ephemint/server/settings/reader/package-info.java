/** Reads settings from options, environment and files, and checks them: the only reader of the environment. */
@NullMarked
package dev.ephemint.server.settings.reader;

import org.jspecify.annotations.NullMarked;
