package dev.ephemint.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Runs a target on seeds and on a fixed number of changed seeds: the same ones each time. */
final class SeededFuzzer {
    private static final int LONGEST = 4_096;
    private static final int MOST_CHANGES = 4;
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-0",
            "1e400",
            "0.10",
            "é",
            "§",
            "18446744073709551616",
            "\"type\":",
            "\"session\":",
            "\"value\":",
            "\"error\":",
            "%25",
            "&#",
            "=",
            "ek_",
            "sk-",
            "Bearer ",
            "****",
            "eyJ",
            " ");

    private final Consumer<byte[]> target;
    private final List<byte[]> seeds;
    private final Random random = new Random(1);

    SeededFuzzer(Consumer<byte[]> target, List<byte[]> seeds) {
        this.target = target;
        this.seeds = List.copyOf(seeds);
    }

    /** @throws AssertionError with the input in base64, which belongs into the corpus then */
    void run(int inputs) {
        seeds.forEach(this::run);
        for (int i = 0; i < inputs; i++) {
            byte[] input = seed();
            for (int changes = random.nextInt(MOST_CHANGES); changes >= 0; changes--) {
                input = changed(input);
            }
            run(input);
        }
    }

    private void run(byte[] input) {
        try {
            target.accept(input);
        } catch (RuntimeException | AssertionError | StackOverflowError fault) {
            throw new AssertionError("input " + Base64.getEncoder().encodeToString(input), fault);
        }
    }

    private byte[] seed() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(16, input.length - from) + 1);
        byte[] middle =
                switch (random.nextInt(4)) {
                    case 0 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                    case 1 -> part(seed());
                    case 2 -> new byte[] {(byte) random.nextInt()};
                    default -> new byte[0];
                };
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(input, 0, from);
        changed.writeBytes(middle);
        changed.write(input, to, input.length - to);
        byte[] bytes = changed.toByteArray();
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] part(byte[] other) {
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
    }
}
