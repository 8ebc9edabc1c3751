package dev.ephemint.contract.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds runs of known credentials, by all their runs of eight characters: as written, in base64 and base64url at any
 * offset in the encoded bytes, and in hex; before the encoding all in upper case, all in lower case or unchanged.
 * Credentials are sent in headers, so only ASCII counts.
 */
final class KnownKeys {

    static final KnownKeys NONE = new KnownKeys(new long[0], Integer.MAX_VALUE);

    private static final int ALIGNMENTS = 3;

    private static final int FILTER_BITS = 14;
    private static final int WORD_BITS = 6;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Sorted, so that the cost of a look-up does not depend on the text. */
    private final long[] runs;

    /** Filter that decides most look-ups. */
    private final long[] filter = new long[1 << (FILTER_BITS - WORD_BITS)];

    private final int shortestWord;

    private KnownKeys(long[] runs, int shortestWord) {
        this.runs = runs;
        this.shortestWord = shortestWord;
        for (long run : runs) {
            filter[place(run) >> WORD_BITS] |= 1L << place(run);
        }
    }

    private static int place(long run) {
        return (int) ((run * SPREAD) >>> (Long.SIZE - FILTER_BITS));
    }

    static KnownKeys of(Iterable<String> credentials) {
        LongStream.Builder runs = LongStream.builder();
        int shortestWord = Integer.MAX_VALUE;
        for (String credential : credentials) {
            if (credential.length() >= Runs.LENGTH) {
                forms(credential).forEach(form -> addRuns(form, runs));
                shortestWord = Hidden.isWord(credential) ? Math.min(shortestWord, credential.length()) : shortestWord;
            }
        }
        return new KnownKeys(runs.build().sorted().distinct().toArray(), shortestWord);
    }

    KnownKeys and(KnownKeys other) {
        long[] all = LongStream.concat(Arrays.stream(runs), Arrays.stream(other.runs))
                .sorted()
                .distinct()
                .toArray();
        return new KnownKeys(all, Math.min(shortestWord, other.shortestWord));
    }

    /** The length of the shortest credential that reads like a word. */
    int shortestWord() {
        return shortestWord;
    }

    private static Stream<CharSequence> forms(String credential) {
        Stream<CharSequence> written = Decoded.strictRounds(credential).stream().map(form -> form);
        Stream<CharSequence> encoded = Stream.of(
                        credential, credential.toLowerCase(Locale.ROOT), credential.toUpperCase(Locale.ROOT))
                .distinct()
                .flatMap(KnownKeys::encodings);
        return Stream.concat(written, encoded);
    }

    private static Stream<String> encodings(String credential) {
        byte[] bytes = credential.getBytes(StandardCharsets.UTF_8);
        Stream<String> base64 = Stream.iterate(0, i -> i + 1).limit(ALIGNMENTS).flatMap(shift -> Stream.of(
                        Base64.getEncoder(), Base64.getUrlEncoder())
                .map(encoder -> base64(bytes, shift, encoder)));
        return Stream.concat(base64, Stream.of(HexFormat.of().formatHex(bytes)));
    }

    /** Without the characters at both ends, which depend on the bytes beside the credential. */
    private static String base64(byte[] bytes, int shift, Base64.Encoder encoder) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int whole = shifted.length * 8 / 6;
        return encoded.substring(shift == 0 ? 0 : shift + 1, whole);
    }

    private static void addRuns(CharSequence form, LongStream.Builder runs) {
        for (Runs.Reading reading : Runs.Reading.values()) {
            Runs.forEach(form, reading, (run, from, to) -> runs.add(run));
        }
    }

    /** True only if the text has no run of a credential; one with escapes needs a closer reading. */
    boolean isPlainlyClean(String text) {
        return runs.length == 0
                || text.length() < Runs.LENGTH
                || (!Escapes.LOOSE.mayBeIn(text) && !Runs.any(text, this::isKnown));
    }

    private boolean isKnown(long run) {
        int place = place(run);
        return (filter[place >> WORD_BITS] & (1L << place)) != 0 && Arrays.binarySearch(runs, run) >= 0;
    }

    /** Marks every run in the text, in any escaped form. */
    void mark(String text, Hidden hidden) {
        if (!isPlainlyClean(text)) {
            mark(Decoded.strictRounds(text), hidden);
            mark(Decoded.looseRounds(text), hidden);
        }
    }

    private void mark(List<Decoded> views, Hidden hidden) {
        for (Decoded view : views) {
            for (Runs.Reading reading : Runs.Reading.values()) {
                mark(view, reading, hidden.at(view));
            }
        }
    }

    void mark(CharSequence view, Runs.Reading reading, Hidden.Sink hidden) {
        Runs.forEach(view, reading, (run, from, to) -> {
            if (isKnown(run)) {
                hidden.add(from, to);
            }
        });
    }
}
