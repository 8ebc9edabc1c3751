package dev.ephemint.conformance.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.contract.redaction.Redactor;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses a tape that holds one of the caller's credentials, in any escaping, the form of a vendor's key, or a run of
 * characters that is as random as a key.
 */
final class SecretCheck {
    private static final Pattern OUTSIDE_TOKEN = Pattern.compile("[^A-Za-z0-9+/=_-]+");
    private static final Pattern OUTSIDE_RUN = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern WORD = Pattern.compile("(?:^|[-_])[A-Za-z]?[a-z]{3,}(?:$|[-_])");
    private static final int SHORTEST_RUN = 16;
    private static final double RANDOM_RUN = 3.0;
    private static final int SHORTEST_TOKEN = 20;
    private static final double RANDOM_TOKEN = 3.5;

    private final Redactor redactor;

    /** @param known knows the caller's credentials */
    SecretCheck(Redactor known) {
        this.redactor = Redactor.ofShapes().and(known);
    }

    /** @throws SuspectedSecretException names the place and the form of the text, never the text */
    void check(String tape, JsonNode tree) {
        walk(tape, "", tree);
        find(ExactJson.write(tree)).ifPresent(found -> {
            throw new SuspectedSecretException(tape, "a text across several members", form(found));
        });
    }

    private void walk(String tape, String place, JsonNode tree) {
        if (tree.isObject()) {
            tree.properties().forEach(member -> {
                refuse(tape, place + " (the name of a member)", member.getKey());
                walk(tape, place + "/" + member.getKey(), member.getValue());
            });
        } else if (tree.isArray()) {
            for (int i = 0; i < tree.size(); i++) {
                walk(tape, place + "/" + i, tree.get(i));
            }
        } else {
            refuse(tape, place, tree.asText());
        }
    }

    private void refuse(String tape, String place, String text) {
        find(text).or(() -> random(text)).ifPresent(found -> {
            throw new SuspectedSecretException(tape, place, form(found));
        });
    }

    private Optional<String> find(String text) {
        return redactor.findIn(text).stream()
                .filter(piece -> !piece.startsWith(Placeholders.TOKEN))
                .findFirst();
    }

    private static Optional<String> random(String text) {
        return OUTSIDE_TOKEN
                .splitAsStream(text)
                .filter(token -> !Placeholders.isPlaceholder(token))
                .flatMap(token -> Stream.concat(
                        OUTSIDE_RUN.splitAsStream(token).filter(SecretCheck::isRandomRun),
                        Stream.of(token).filter(SecretCheck::isRandomToken)))
                .findFirst();
    }

    private static boolean isRandomRun(String run) {
        return run.length() >= SHORTEST_RUN
                && run.chars().anyMatch(Character::isDigit)
                && run.chars().anyMatch(Character::isLetter)
                && entropy(run) >= RANDOM_RUN;
    }

    private static boolean isRandomToken(String token) {
        return token.length() >= SHORTEST_TOKEN
                && token.chars().anyMatch(Character::isDigit)
                && token.chars().anyMatch(Character::isUpperCase)
                && token.chars().anyMatch(Character::isLowerCase)
                && entropy(token) >= RANDOM_TOKEN
                && !token.contains("/")
                && !WORD.matcher(token).find();
    }

    /** Bits for each character, by how often each one occurs. */
    private static double entropy(String text) {
        double bits = 0;
        for (int c : text.chars().distinct().toArray()) {
            double share = (double) text.chars().filter(other -> other == c).count() / text.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }

    private static String form(String text) {
        boolean plain = text.chars().allMatch(Character::isLetterOrDigit);
        return text.length() + (plain ? " letters and digits" : " characters");
    }
}
