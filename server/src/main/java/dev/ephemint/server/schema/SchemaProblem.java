package dev.ephemint.server.schema;

import java.util.Set;

/**
 * Where a tree does not match a schema, in plain words.
 *
 * @param path the member at fault, {@code server.port} for example; empty for the whole tree
 * @param unknown whether the schema has no such member
 * @param expected what could stand there: the names of members if it is unknown
 * @param message what is wrong, without any value of the tree
 */
public record SchemaProblem(String path, boolean unknown, Set<String> expected, String message) {}
