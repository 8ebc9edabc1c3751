package dev.ephemint.server.sandbox.session;

/**
 * How a vendor transcribes with a model.
 *
 * @param endsTurns whether the vendor detects turns if the session requests it
 * @param logprobs whether they are sent if requested
 */
public record ModelBehaviour(boolean endsTurns, Deltas deltas, boolean logprobs, Usage usage) {

    /** When the deltas of a transcript are sent. */
    public enum Deltas {
        /** While speech arrives, also if the client ends the turn. */
        LIVE,
        /** While speech of a turn arrives that the vendor detected; after the client's commit otherwise. */
        LIVE_IN_DETECTED_TURNS,
        /** After the commit. */
        AFTER_COMMIT,
        /** Never: the transcript comes whole. */
        NONE
    }

    /** The unit of a transcript's usage, which is how the models are priced. */
    public enum Usage {
        TOKENS,
        SECONDS,
        /** Rounded up. */
        WHOLE_SECONDS
    }

    /**
     * That of a model of which nothing else is known. After a client's commit the pieces follow it (recorded 2026-02-21); how
     * they come in a detected turn was not recorded, and they are spread over it.
     */
    static final ModelBehaviour COMMON = new ModelBehaviour(true, Deltas.LIVE_IN_DETECTED_TURNS, true, Usage.TOKENS);

    private static final ModelBehaviour WHOLE = new ModelBehaviour(true, Deltas.NONE, true, Usage.SECONDS);

    /** Committed turns only, by OpenAI's page of the model (late 2026). */
    private static final ModelBehaviour COMMITTED_TURNS =
            new ModelBehaviour(true, Deltas.AFTER_COMMIT, true, Usage.TOKENS);

    /** Priced by time; its pieces come live (OpenAI, reported 2026-08). */
    private static final ModelBehaviour LIVE = new ModelBehaviour(true, Deltas.LIVE, true, Usage.SECONDS);

    /** Of the models of which no vendor is known to differ from another. */
    public static ModelBehaviour of(String model) {
        return switch (model) {
            case "whisper-1", "whisper" -> WHOLE;
            case "gpt-realtime-whisper" -> LIVE;
            case "gpt-transcribe" -> COMMITTED_TURNS;
            default -> COMMON;
        };
    }
}
