/** The API docs page: the contract, rendered by Swagger UI. */
@NullMarked
package dev.ephemint.server.http.docs;

import org.jspecify.annotations.NullMarked;
