package dev.ephemint.contract.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts how often characters are read, because seconds depend on the machine. */
class RedactorStepsTest {

    private static final int LENGTH = 32_000;

    private static final KnownKeys KNOWN = KnownKeys.of(List.of("sk-proj-Zq81LmPw93xTbYc7R_d2-Uv4"));

    /** Repeated to any length; the first three were quadratic in expressions of {@code \\w*\\*{3,}}. */
    static Stream<String> pieces() {
        return Stream.of(
                "a",
                "a_",
                "a*",
                "**",
                "**a",
                "*",
                "***a",
                "sk-",
                "sk-a",
                "sk_",
                "ek_",
                "key-",
                "key-key",
                "org-a.",
                "pk-1",
                "bearer ",
                "bearer",
                "basic ",
                "basic:",
                "bearer a ",
                "eyJ",
                "eyJa",
                "eyJ.",
                "0123456789abcdef",
                "abcdef1",
                "a/",
                "/",
                "=",
                "0123456789abcdef0123/",
                "0123456789abcdef012-",
                "\\",
                "\\u",
                "\\u00",
                "\\u0041",
                "\\u{",
                "\\u{1",
                "%",
                "%2",
                "%25",
                "%25%",
                "&",
                "&#",
                "&#1",
                "&amp",
                "&amp;",
                "=\n",
                "=4",
                "0x",
                "0x4",
                " ",
                "\t",
                "\u200b",
                "sk-proj-",
                "sk-proj-Zq81LmPw",
                "s ",
                "sk-proj-Zq8\u200b1LmPw93xTbY ");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void readsEveryCharacterAFixedNumberOfTimes(String piece) {
        String text = piece.repeat(LENGTH / piece.length());

        assertThat(steps(text, counting -> KeyShapes.mark(counting, (from, to) -> {})))
                .isLessThan(40 * LENGTH);
        for (Escapes escapes : Escapes.values()) {
            assertThat(steps(text, counting -> Decoded.of(counting).undone(escapes)))
                    .isLessThan(40 * LENGTH);
        }
        for (Runs.Reading reading : Runs.Reading.values()) {
            assertThat(steps(text, counting -> KNOWN.mark(counting, reading, (from, to) -> {})))
                    .isLessThan(2 * LENGTH);
        }
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void readsTwiceAsMuchOfATextTwiceAsLong(String piece) {
        String text = piece.repeat(LENGTH / piece.length());

        long once = steps(text, counting -> KeyShapes.mark(counting, (from, to) -> {}));
        long twice = steps(text + text, counting -> KeyShapes.mark(counting, (from, to) -> {}));

        assertThat(twice).isLessThan(2 * once + 1_000);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void hidesPlacesAsOftenAsTheyCanBeFound(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        long[] marked = {0};

        KnownKeys.of(List.of(piece.repeat(20))).mark(text, Runs.Reading.VISIBLE, (from, to) -> marked[0] += to - from);

        assertThat(marked[0]).isLessThan(200L * LENGTH);
    }

    private static long steps(String text, java.util.function.Consumer<CharSequence> work) {
        Counting counting = new Counting(text);
        work.accept(counting);
        return counting.steps;
    }

    /** A text that counts how often it is read. */
    private static final class Counting implements CharSequence {

        private final String text;
        private long steps;

        Counting(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            steps += to - from;
            return text.subSequence(from, to);
        }
    }
}
