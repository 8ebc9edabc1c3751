package dev.ephemint.server.cli;

/**
 * How many references the processor's cache keeps in a line. Jetty would ask the JVM's management beans for it, and to load
 * all of those takes 70 ms of a start.
 */
final class CacheLine {

    static final String PROPERTY = "org.eclipse.jetty.util.referencesPerCacheLine";

    /** 64 bytes of compressed references: Jetty only spaces its counters by it. */
    private static final String REFERENCES = "16";

    private CacheLine() {}

    static void setForJetty() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, REFERENCES);
        }
    }
}
