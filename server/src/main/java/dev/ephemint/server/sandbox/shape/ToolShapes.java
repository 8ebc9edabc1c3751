package dev.ephemint.server.sandbox.shape;

import static dev.ephemint.server.sandbox.shape.Shape.FLAG;
import static dev.ephemint.server.sandbox.shape.Shape.LIST;
import static dev.ephemint.server.sandbox.shape.Shape.OBJECT;
import static dev.ephemint.server.sandbox.shape.Shape.TEXT;
import static dev.ephemint.server.sandbox.shape.Shape.byType;
import static dev.ephemint.server.sandbox.shape.Shape.enumOf;
import static dev.ephemint.server.sandbox.shape.Shape.listOf;
import static dev.ephemint.server.sandbox.shape.Shape.textOr;

import java.util.Map;

/** The tools of a realtime session: OpenAI's published document of 2026-08-21. */
final class ToolShapes {

    private static final ObjectShape FUNCTION =
            ObjectShape.of(Map.of("type", TEXT, "name", TEXT, "description", TEXT, "parameters", OBJECT));

    private static final ObjectShape FILTER = ObjectShape.of(Map.of("tool_names", listOf(TEXT), "read_only", FLAG));

    private static final Shape ALLOWED_TOOLS =
            (path, value) -> (value.isArray() ? listOf(TEXT) : FILTER).check(path, value);

    private static final ObjectShape MCP = ObjectShape.of(Map.ofEntries(
                    Map.entry("type", TEXT),
                    Map.entry("server_label", TEXT),
                    Map.entry("server_url", TEXT),
                    Map.entry("connector_id", TEXT),
                    Map.entry("tunnel_id", TEXT),
                    Map.entry("authorization", TEXT),
                    Map.entry("server_description", TEXT),
                    Map.entry("headers", OBJECT.orNull()),
                    Map.entry("allowed_tools", ALLOWED_TOOLS.orNull()),
                    Map.entry("allowed_callers", LIST.orNull()),
                    Map.entry(
                            "require_approval",
                            textOr(enumOf("always", "never"), ObjectShape.of(Map.of("always", FILTER, "never", FILTER)))
                                    .orNull()),
                    Map.entry("defer_loading", FLAG)))
            .requiring("server_label");

    static final Shape TOOL = byType(Map.of("function", FUNCTION, "mcp", MCP));

    static final Shape CHOICE = textOr(
            enumOf("none", "auto", "required"),
            byType(Map.of(
                    "function",
                    ObjectShape.of(Map.of("type", TEXT, "name", TEXT)).requiring("name"),
                    "mcp",
                    ObjectShape.of(Map.of("type", TEXT, "server_label", TEXT, "name", TEXT.orNull()))
                            .requiring("server_label"))));

    private ToolShapes() {}
}
