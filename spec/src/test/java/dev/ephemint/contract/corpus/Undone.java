package dev.ephemint.contract.corpus;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A text in all its decoded forms: escapes decoded up to three times, encodings once. */
final class Undone {

    private static final List<UnaryOperator<String>> ESCAPES = List.of(
            text -> undone(text, "\\\\+u([0-9a-fA-F]{4})", 16),
            text -> undone(text, "\\\\+u\\{([0-9a-fA-F]+)}", 16),
            text -> undone(text, "\\\\+x([0-9a-fA-F]{2})", 16),
            text -> undone(text, "\\\\+([0-3][0-7]{2})", 8),
            text -> text.replaceAll("\\\\+[nrt]", "\n").replaceAll("\\\\+(?![ux0-9])", ""),
            text -> undone(text, "%([0-9a-fA-F]{2})", 16),
            text -> undone(text, "%u([0-9a-fA-F]{4})", 16),
            text -> undone(text, "&#([0-9]{1,7});?", 10),
            text -> undone(text, "&#[xX]([0-9a-fA-F]{1,6});?", 16),
            text -> undone(text.replaceAll("=\r?\n", ""), "=([0-9a-fA-F]{2})", 16),
            text -> undone(text, "0x([0-9a-fA-F]{2})", 16),
            text -> Normalizer.normalize(text, Normalizer.Form.NFKC));

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){8,}");

    private Undone() {}

    static Stream<String> of(String text) {
        Set<String> all = new LinkedHashSet<>(List.of(text));
        Set<String> last = all;
        for (int round = 0; round < 3 && !last.isEmpty(); round++) {
            Set<String> next = new LinkedHashSet<>();
            last.forEach(known -> ESCAPES.forEach(escape -> next.add(escape.apply(known))));
            next.removeAll(all);
            all.addAll(next);
            last = next;
        }
        return all.stream()
                .flatMap(read -> Stream.of(Stream.of(read), encoded(read)).flatMap(texts -> texts));
    }

    private static String undone(String text, String escape, int radix) {
        return Pattern.compile(escape)
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), radix))));
    }

    private static Stream<String> encoded(String text) {
        String joined = text.replaceAll("\\s", "");
        Stream<String> base64 = BASE64.matcher(joined)
                .results()
                .map(MatchResult::group)
                .flatMap(run -> IntStream.range(0, 4).mapToObj(from -> base64(run.substring(from))));
        Stream<String> hex = HEX.matcher(joined.replaceAll("[:,-]|0x", ""))
                .results()
                .map(MatchResult::group)
                .map(run -> new String(HexFormat.of().parseHex(run), StandardCharsets.UTF_8));
        return Stream.concat(base64, hex);
    }

    private static String base64(String run) {
        String standard = run.replace('-', '+').replace('_', '/');
        return new String(
                Base64.getDecoder().decode(standard.substring(0, standard.length() / 4 * 4)),
                StandardCharsets.ISO_8859_1);
    }
}
