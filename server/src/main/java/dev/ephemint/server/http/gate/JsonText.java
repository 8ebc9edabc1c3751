package dev.ephemint.server.http.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.ContractJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one JSON object in UTF-8, as RFC 8259 requires it, and names what the bytes are instead. */
public final class JsonText {

    private static final Pattern CALL = Pattern.compile("\\s*[A-Za-z_$][\\w$.]*\\s*\\(\\s*[{\\[]");

    private JsonText() {}

    /**
     * The object.
     *
     * @throws NotJsonException naming what the bytes are, never quoting them
     */
    public static ObjectNode object(byte[] bytes) {
        if (bytes.length == 0) {
            throw new NotJsonException("is empty. Send a JSON object");
        }
        Encoding.of(bytes).ifPresent(encoding -> {
            throw new NotJsonException(encoding);
        });
        JsonNode tree = tree(bytes);
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new NotJsonException(
                tree.isMissingNode()
                        ? "is empty. Send a JSON object"
                        : "is no JSON object, it is of type " + kind(tree));
    }

    private static String kind(JsonNode tree) {
        return tree.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String utf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new NotJsonException(String.format(
                    "is not valid UTF-8 at byte %d (%02X). Send it in UTF-8",
                    in.position() + 1, bytes[in.position()] & 0xff));
        }
        return out.flip().toString();
    }

    /** ASCII is read as it is. Other encodings, and what is wrong with it, are found in its characters. */
    private static JsonNode tree(byte[] bytes) {
        try {
            return isAscii(bytes) ? ContractJson.tree(bytes) : ContractJson.tree(utf8(bytes));
        } catch (IOException | NumberFormatException invalid) {
            return tree(utf8(bytes));
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte one : bytes) {
            if (one <= 0) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode tree(String text) {
        try {
            return ContractJson.mapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new NotJsonException(problem(text, malformed));
        } catch (NumberFormatException outOfRange) {
            throw new NotJsonException("is not valid JSON: a number is out of range");
        }
    }

    private static String problem(String text, JsonProcessingException malformed) {
        if (CALL.matcher(text).lookingAt()) {
            return "is JSONP, a function call around JSON. Send the JSON object alone";
        }
        if (malformed instanceof StreamConstraintsException) {
            return invalid("nested too deeply, or a value is too long", malformed);
        }
        if (malformed instanceof MismatchedInputException) {
            return invalid("more follows after its end", malformed);
        }
        boolean twice = malformed.getOriginalMessage().startsWith("Duplicate field");
        return invalid(twice ? "a member occurs twice" : "malformed", malformed);
    }

    /** The place only: Jackson's own message quotes what stands there. */
    private static String invalid(String problem, JsonProcessingException malformed) {
        return "is not valid JSON: " + problem
                + Optional.ofNullable(malformed.getLocation())
                        .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                        .orElse("");
    }
}
