package dev.ephemint.client.internal.audio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.contract.redaction.Redactor;
import java.util.Optional;

/** Audio formats that sessions accept and this client sends; samples are converted to them. */
public enum AudioEncoding {
    /** 16-bit samples at 24 kHz. */
    PCM,
    /** G.711 u-law at 8 kHz. */
    PCMU,
    /** G.711 A-law at 8 kHz. */
    PCMA;

    /** Converts 16-bit samples at 24 kHz to the format of the session. */
    @FunctionalInterface
    public interface Encoder {
        byte[] encode(byte[] samples);
    }

    private static final String NESTED = "/audio/input/format/type";
    private static final String FLAT = "input_audio_format";

    /** An encoder for one connection: it has state. */
    public Encoder encoder() {
        if (this == PCM) {
            return samples -> samples;
        }
        return this == PCMU ? new TelephonyEncoder(G711::toMuLaw) : new TelephonyEncoder(G711::toALaw);
    }

    /** Whether a session states a format, supported or not. */
    public static boolean isStated(JsonNode session) {
        return session.at(NESTED).isTextual() || session.path(FLAT).isTextual();
    }

    /**
     * The format that a session states, in the nested shape or the flat shape of the previews; empty if none.
     *
     * @throws IllegalArgumentException for an unsupported format
     */
    public static Optional<AudioEncoding> of(JsonNode session) {
        if (session.at(NESTED).isTextual()) {
            return Optional.of(nested(session.at(NESTED).textValue(), session.at("/audio/input/format/rate")));
        }
        JsonNode flat = session.path(FLAT);
        return flat.isTextual() ? Optional.of(flat(flat.textValue())) : Optional.empty();
    }

    private static AudioEncoding nested(String type, JsonNode rate) {
        return switch (type) {
            case "audio/pcm" -> {
                if (!rate.isMissingNode() && !rate.isNull() && rate.asDouble() != AudioSamples.RATE) {
                    throw unsupported("session.audio.input.format", type + " at " + rate.asText() + " Hz");
                }
                yield PCM;
            }
            case "audio/pcmu" -> PCMU;
            case "audio/pcma" -> PCMA;
            default -> throw unsupported("session.audio.input.format", type);
        };
    }

    private static AudioEncoding flat(String name) {
        return switch (name) {
            case "pcm16" -> PCM;
            case "g711_ulaw" -> PCMU;
            case "g711_alaw" -> PCMA;
            default -> throw unsupported(FLAT, name);
        };
    }

    private static IllegalArgumentException unsupported(String member, String found) {
        return new IllegalArgumentException(
                member + ": this client sends PCM at 24000 Hz or G.711 (audio/pcm, audio/pcmu, audio/pcma), got "
                        + Redactor.ofShapes().text(found));
    }
}
