package dev.ephemint.server.app;

import java.util.Objects;

/** This program's version, as the build wrote it into the jar. */
public final class Version {

    public static final String TEXT =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
