package dev.ephemint.contract.model;

import java.util.LinkedHashMap;

/** HTTP headers for an MCP server. They may contain secrets, so their values are not printed. */
public final class McpHeaders extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return keySet().toString();
    }
}
