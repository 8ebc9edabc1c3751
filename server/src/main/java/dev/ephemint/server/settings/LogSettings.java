package dev.ephemint.server.settings;

/** How to log. */
public record LogSettings(LogFormat format) {}
