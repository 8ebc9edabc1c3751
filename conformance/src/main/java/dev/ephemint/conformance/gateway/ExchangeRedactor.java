package dev.ephemint.conformance.gateway;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.record.RedactionRules;
import dev.ephemint.conformance.record.ValueKind;
import dev.ephemint.contract.redaction.Redactor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces credentials and tokens in what a report shows: those of the caller, those that the gateway sends to the kit's
 * vendor, and anything that looks like one or is the value of a member that holds one. All else stays as it was on the wire.
 */
final class ExchangeRedactor {
    private static final Redactor SHAPES = Redactor.ofShapes();
    private static final RedactionRules RULES = RedactionRules.defaults();
    private static final Pattern MEMBER =
            Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"(\\s*+:\\s*+)\"((?:[^\"\\\\]++|\\\\.)*+)\"", Pattern.DOTALL);
    /** The end of a text that is cut off within a member's value. */
    private static final Pattern CUT_MEMBER =
            Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"(\\s*+:\\s*+)\"([^\"]*+)$", Pattern.DOTALL);

    private static final Pattern CREDENTIAL_HEADER =
            Pattern.compile(".*(?:auth|cookie|key|token|secret|password|credential|signature).*");
    private static final int SHORTEST_SECRET = 8;
    private static final int MOST_SECRETS = 100;

    private final Set<String> secrets = new LinkedHashSet<>();
    private final Set<String> tokens = new LinkedHashSet<>();
    private Redactor known = SHAPES;

    ExchangeRedactor(List<String> secrets) {
        secrets.forEach(this::learn);
    }

    /** Hides the credentials in these headers from now on, wherever they appear. */
    void learnFrom(Message upstream) {
        upstream.headers().stream()
                .filter(header -> isCredential(header.name()))
                .map(header -> header.value().replaceFirst("(?i)^(?:bearer|basic|token) +", ""))
                .forEach(this::learn);
    }

    /** Hides the tokens in this response from now on, wherever they appear, until {@link #forgetTokens}. */
    void learnTokens(Message response) {
        MEMBER.matcher(response.body())
                .results()
                .filter(ExchangeRedactor::isSecret)
                .map(found -> found.group(3))
                .filter(token -> token.length() >= SHORTEST_SECRET)
                .limit(MOST_SECRETS)
                .forEach(tokens::add);
    }

    void forgetTokens() {
        tokens.clear();
    }

    private void learn(String secret) {
        if (secret.length() >= SHORTEST_SECRET && secrets.size() < MOST_SECRETS && secrets.add(secret)) {
            known = Redactor.of(secrets).sparingWords();
        }
    }

    /** What the kit sent: it built the body itself, so only known credentials are replaced, for an exact reproduction. */
    Message sent(Message request) {
        return new Message(hideKnown(request.start()), headers(request, true), hideKnown(request.body()));
    }

    Message received(Message message) {
        return new Message(text(message.start()), headers(message, false), text(message.body()));
    }

    /** Text that may quote a body. */
    String text(String text) {
        String members = MEMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(member(found)));
        String hidden =
                hideKnown(CUT_MEMBER.matcher(members).replaceAll(found -> Matcher.quoteReplacement(member(found))));
        for (String token : tokens) {
            hidden = hidden.replace(token, Redactor.HIDDEN);
        }
        for (String piece : SHAPES.findIn(hidden)) {
            hidden = hidden.replace(piece, Redactor.HIDDEN);
        }
        return hidden;
    }

    private static String member(MatchResult found) {
        return isSecret(found)
                ? "\"" + found.group(1) + "\"" + found.group(2) + "\"" + Redactor.HIDDEN + "\""
                : found.group();
    }

    private static boolean isSecret(MatchResult member) {
        ValueKind kind = RULES.member(member.group(1)).orElse(ValueKind.PLAIN);
        return kind == ValueKind.TOKEN || kind == ValueKind.KEY;
    }

    private List<Header> headers(Message message, boolean sent) {
        return message.headers().stream()
                .map(header -> new Header(header.name(), header(header, sent)))
                .toList();
    }

    private String header(Header header, boolean sent) {
        if (sent) {
            return hideKnown(header.value());
        }
        return isCredential(header.name()) ? Redactor.HIDDEN : text(header.value());
    }

    private static boolean isCredential(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return !RULES.headers().containsKey(name)
                && CREDENTIAL_HEADER.matcher(name).matches();
    }

    private String hideKnown(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, Redactor.HIDDEN);
        }
        return known.hide(hidden);
    }

    /** Does not print credentials. */
    @Override
    public String toString() {
        return "ExchangeRedactor[***]";
    }
}
