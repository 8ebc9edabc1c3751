package dev.ephemint.client.socket;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Audio that was sent on a connection and may not have been transcribed when it ended.
 *
 * @param audio how much was sent but not yet part of a turn; without trailing silence if the vendor detects turns
 * @param itemIds the turns without a transcript
 */
public record LostAudio(Duration audio, List<String> itemIds) implements Serializable {

    static final LostAudio NOTHING = new LostAudio(Duration.ZERO, List.of());

    public LostAudio {
        itemIds = List.copyOf(itemIds);
    }

    LostAudio and(LostAudio more) {
        return new LostAudio(
                audio.plus(more.audio),
                Stream.concat(itemIds.stream(), more.itemIds.stream()).toList());
    }

    boolean isNothing() {
        return audio.isZero() && itemIds.isEmpty();
    }
}
