/** YAML as JSON trees, of a bounded size. */
@NullMarked
package dev.ephemint.server.settings.yaml;

import org.jspecify.annotations.NullMarked;
