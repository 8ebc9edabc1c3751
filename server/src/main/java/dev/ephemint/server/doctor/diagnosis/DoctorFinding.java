package dev.ephemint.server.doctor.diagnosis;

/** What the doctor found out in addition to the vendor's response. */
public enum DoctorFinding {
    /** The settings are invalid; nothing was sent. */
    SETTINGS,
    /** Something of the key's form is unusual. */
    UNLIKELY_KEY,
    /** A token for the other audience was accepted. */
    OTHER_AUDIENCE_TAKEN,
    /** The vendor's list of models lacks the configured one. */
    MODEL_NOT_LISTED,
    /** The vendor's list of models says when it shuts the configured one down, and that is near or past. */
    MODEL_ENDS,
    /** The response is Azure's, regardless of the dialect. */
    RESPONSE_OF_AZURE,
    /** The response is OpenAI's, regardless of the dialect. */
    RESPONSE_OF_OPENAI,
    /** It mints without the transcription's model. */
    ONLY_WITH_MODEL,
    /** It mints without the whole transcription block. */
    ONLY_WITH_BLOCK,
    /** The two clocks differ. */
    CLOCKS_DIFFER,
    /** The token lives longer than requested. */
    LIVES_LONGER,
    /** The token has expired. */
    ENDED_ALREADY,
    /** The token lives shorter than requested. */
    LIVES_SHORTER,
    /** The socket closed, or broke. */
    CLOSED,
    /** A transcript was announced as failed. */
    TRANSCRIPTION_FAILED,
    /** A message was longer than the limit. */
    TOO_LONG,
    /** The vendor had nothing to commit. */
    AUDIO_NOT_TAKEN,
    /** Audio was sent, and no transcript was received. */
    NO_TRANSCRIPT
}
