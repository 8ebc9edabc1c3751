package dev.ephemint.contract.corpus;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Forms in which a vendor may repeat a key, and a check that decodes them, independent of the redactor. */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
public enum PlantedForms {
    WHOLE(key -> key),
    FIRST_HALF(key -> key.substring(0, key.length() / 2 + 1)),
    LAST_EIGHT(key -> key.substring(key.length() - 8)),
    ALL_BUT_ONE(key -> key.substring(1)),
    UPPER_CASE(key -> key.toUpperCase(Locale.ROOT)),
    LOWER_CASE(key -> key.toLowerCase(Locale.ROOT)),
    JSON_ESCAPED(key -> each(key, "\\u%04x")),
    JSON_ESCAPED_TWICE(key -> each(key, "\\\\u%04X")),
    JSON_ESCAPED_NOW_AND_THEN(key -> key.substring(0, 3) + each(key.substring(3, 5), "\\u%04x") + key.substring(5)),
    HEX_ESCAPED(key -> each(key, "\\x%02x")),
    CODE_POINT_ESCAPED(key -> each(key, "\\u{%x}")),
    OCTAL_ESCAPED(key -> each(key, "\\%03o")),
    SLASHES_ESCAPED(key -> key.replace("/", "\\/").replace("-", "\\-")),
    PERCENT(key -> each(key, "%%%02X")),
    PERCENT_WHERE_NEEDED(key -> URLEncoder.encode(key, StandardCharsets.UTF_8)),
    PERCENT_TWICE(key -> each(key, "%%25%02x")),
    PERCENT_THREE_TIMES(key -> each(key, "%%2525%02x")),
    PERCENT_U(key -> each(key, "%%u%04x")),
    HTML_DECIMAL(key -> each(key, "&#%d;")),
    HTML_HEX(key -> each(key, "&#x%X;")),
    HTML_UNTERMINATED(key -> each(key, "&#%d")),
    HTML_IN_JSON(key -> each(key, "\\u0026#%d;")),
    QUOTED_PRINTABLE(key -> each(key, "=%02X")),
    QUOTED_PRINTABLE_SOFT_BREAK(key -> key.substring(0, 5) + "=\r\n" + key.substring(5)),
    BASE64(key -> base64("", key)),
    BASE64_SHIFTED_BY_ONE(key -> base64("x", key)),
    BASE64_SHIFTED_BY_TWO(key -> base64("xy", key)),
    BASE64_OF_BASIC_AUTHENTICATION(key -> base64("user:", key)),
    BASE64_OF_A_PART(key -> base64("", key.substring(3))),
    BASE64_URL(key -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(key))),
    BASE64_IN_LINES(key -> base64("", key).replaceAll("(.{5})", "$1\r\n")),
    HEX(key -> HexFormat.of().formatHex(bytes(key))),
    HEX_UPPER_CASE(key -> HexFormat.of().withUpperCase().formatHex(bytes(key))),
    HEX_WITH_COLONS(key -> HexFormat.ofDelimiter(":").formatHex(bytes(key))),
    HEX_AS_IN_C(key -> each(key, "0x%02x, ")),
    SPACES(key -> spread(key, " ")),
    LINES(key -> spread(key, "\n")),
    JSON_LINES(key -> spread(key, "\\n")),
    TABS(key -> spread(key, "\t")),
    NO_BREAK_SPACES(key -> spread(key, "\u00a0")),
    ZERO_WIDTH(key -> spread(key, "\u200b")),
    SOFT_HYPHENS(key -> spread(key, "\u00ad")),
    HYPHENS(key -> spread(key, "-")),
    DOTS(key -> spread(key, ".")),
    QUOTES(key -> spread(key, "\",\"")),
    SPLIT_ONCE(key -> key.substring(0, key.length() / 2) + " " + key.substring(key.length() / 2)),
    FULL_WIDTH(key ->
            key.chars().mapToObj(c -> String.valueOf((char) (c + 0xfee0))).collect(Collectors.joining()));

    /** Keys of the vendors, and keys without their form. */
    public static final List<String> KEYS = List.of(
            "sk-proj-Zq81LmPw93xTbYc7R_d2-Uv4",
            "3f9a1c7be2d84056a7c1e9b3d5f0827e",
            "correct-horse-battery-staple",
            "gw/Key+4711==aB9/xy",
            "550e8400-e29b-41d4-a716-446655440000");

    private static final int LONGEST_LEFT = 8;

    private final Function<String, String> form;

    PlantedForms(Function<String, String> form) {
        this.form = form;
    }

    public static Stream<PlantedForms> all() {
        return Stream.of(values());
    }

    public String of(String key) {
        return form.apply(key);
    }

    /** Whether eight consecutive characters of the key remain after decoding escapes and encodings. */
    public static boolean reveals(String text, String key) {
        return Undone.of(text)
                .anyMatch(read -> holdsRun(read, key, c -> !Character.isWhitespace(c) && !isUnseen(c))
                        || holdsRun(read, key, Character::isLetterOrDigit));
    }

    private static boolean isUnseen(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean holdsRun(String text, String key, IntPredicate counts) {
        String read = kept(text, counts);
        String wanted = kept(key, counts);
        for (int i = 0; i + LONGEST_LEFT <= wanted.length(); i++) {
            if (read.contains(wanted.substring(i, i + LONGEST_LEFT))) {
                return true;
            }
        }
        return false;
    }

    private static String kept(String text, IntPredicate counts) {
        StringBuilder kept = new StringBuilder();
        text.chars().filter(counts).forEach(c -> kept.append((char) c));
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    private static String each(String key, String format) {
        return key.chars().mapToObj(c -> String.format(format, c)).collect(Collectors.joining());
    }

    private static String spread(String key, String between) {
        return key.chars().mapToObj(Character::toString).collect(Collectors.joining(between));
    }

    private static String base64(String before, String key) {
        return Base64.getEncoder().encodeToString(bytes(before + key));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
