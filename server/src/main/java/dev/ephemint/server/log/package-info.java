/** How log lines are written: as text for people and as flat JSON objects for machines. */
@NullMarked
package dev.ephemint.server.log;

import org.jspecify.annotations.NullMarked;
