package dev.ephemint.server.settings;

/** The form of what is sent in a header. */
public final class VisibleAscii {

    public static final String PATTERN = "[\\x21-\\x7e]+";
    public static final String PROBLEM = "must be visible ASCII characters without spaces";

    private VisibleAscii() {}
}
