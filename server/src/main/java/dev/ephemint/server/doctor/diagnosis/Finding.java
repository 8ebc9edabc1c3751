package dev.ephemint.server.doctor.diagnosis;

/** What the doctor found out beside what the vendor said. */
public enum Finding {
    /** It was refused by our own settings, before anything was sent. */
    SETTINGS,
    /** Something of the key's form is unusual. */
    UNLIKELY_KEY,
    /** A token for the other audience was taken. */
    OTHER_AUDIENCE_TAKEN,
    /** The vendor's list of models lacks the configured one. */
    MODEL_NOT_LISTED,
    /** The vendor's list of models says when it shuts the configured one down, and that is near or past. */
    MODEL_ENDS,
    /** The response is Azure's, whatever the dialect. */
    ANSWERED_BY_AZURE,
    /** The response is OpenAI's, whatever the dialect. */
    ANSWERED_BY_OPENAI,
    /** It mints without the transcription's model. */
    ONLY_WITH_MODEL,
    /** It mints without the whole transcription block. */
    ONLY_WITH_BLOCK,
    /** The two clocks differ. */
    CLOCKS_DIFFER,
    /** The token lives longer than was asked for. */
    LIVES_LONGER,
    /** The token's end has come already. */
    ENDED_ALREADY,
    /** The token lives shorter than was asked for. */
    LIVES_SHORTER,
    /** The socket closed, or broke. */
    CLOSED,
    /** A transcript was announced as failed. */
    TRANSCRIPTION_FAILED,
    /** A message was longer than the limit. */
    TOO_LONG,
    /** The vendor had nothing to commit. */
    AUDIO_NOT_TAKEN,
    /** Audio was sent, and nothing came of it. */
    NO_TRANSCRIPT
}
