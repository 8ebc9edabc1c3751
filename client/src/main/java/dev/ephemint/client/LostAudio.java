package dev.ephemint.client;

import java.time.Duration;
import java.util.List;

/**
 * What was sent on a connection and may not have been transcribed when it ended.
 *
 * @param audio how much was sent and not yet made part of a turn, without silence at its end where the vendor detects turns
 * @param itemIds the turns whose text had not come
 */
public record LostAudio(Duration audio, List<String> itemIds) {

    public LostAudio {
        itemIds = List.copyOf(itemIds);
    }

    boolean isNothing() {
        return audio.isZero() && itemIds.isEmpty();
    }
}
