package dev.ephemint.conformance.report;

import dev.ephemint.conformance.http.Header;
import dev.ephemint.conformance.http.Message;
import java.net.URI;

/** A request as a command for a POSIX shell; credentials stay names of environment variables. */
final class Curl {
    private Curl() {}

    static String of(URI base, Message request) {
        StringBuilder command = new StringBuilder("curl -sS -i -X ")
                .append(quoted(request.method()))
                .append(' ')
                .append(quoted(base + request.target()));
        request.headers().forEach(header -> command.append(" -H ").append(header(header)));
        if (!request.body().isEmpty()) {
            command.append(" --data-raw ").append(quoted(request.body()));
        }
        return command.toString();
    }

    /** In double quotes if a variable must be filled in. */
    private static String header(Header header) {
        String line = header.toString();
        return line.matches("(?s).*\\$\\{[A-Za-z_]\\w*}.*")
                ? '"' + line.replaceAll("[\\\\\"`]", "\\\\$0").replaceAll("\\$(?!\\{[A-Za-z_]\\w*})", "\\\\\\$") + '"'
                : quoted(line);
    }

    /** A text with control characters needs the escapes of {@code $'...'} (POSIX 2024), so that a terminal can show it. */
    private static String quoted(String text) {
        if (text.matches("[\\w./:=%-]+")) {
            return text;
        }
        return text.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == 0x7f)
                ? escaped(text)
                : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String escaped(String text) {
        StringBuilder quoted = new StringBuilder("$'");
        text.chars().forEach(c -> {
            if (c < ' ' || c == 0x7f) {
                quoted.append(String.format("\\%03o", c));
            } else {
                quoted.append(c == '\'' || c == '\\' ? "\\" : "").append((char) c);
            }
        });
        return quoted.append('\'').toString();
    }
}
