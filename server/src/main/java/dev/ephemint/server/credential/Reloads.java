package dev.ephemint.server.credential;

/**
 * How often a credential was read again since the start.
 *
 * @param read how often there was one
 * @param failed how often there was none, so that the last one stayed in use
 */
public record Reloads(long read, long failed) {

    static final Reloads NONE = new Reloads(0, 0);
}
