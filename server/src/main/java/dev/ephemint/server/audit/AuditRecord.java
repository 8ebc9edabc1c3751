package dev.ephemint.server.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.redaction.Redactor;
import dev.ephemint.server.mint.MintContext;
import dev.ephemint.server.mint.MintFailedException;
import dev.ephemint.server.mint.MintFailure;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One event of a mint. A value that looks like a key is replaced; a token is never among them.
 *
 * <p>Fields are made when they are first asked for: without an audit nothing asks.
 */
public final class AuditRecord {

    private static final String REJECTED = "rejected";

    private final Consumer<Map<String, String>> parts;
    private volatile @Nullable Map<String, String> fields;

    private AuditRecord(Consumer<Map<String, String>> parts) {
        this.parts = parts;
    }

    /** In the order in which they are written; read-only. */
    public Map<String, String> fields() {
        Map<String, String> made = fields;
        if (made == null) {
            Map<String, String> making = new LinkedHashMap<>();
            parts.accept(making);
            made = Collections.unmodifiableMap(making);
            fields = made;
        }
        return made;
    }

    /**
     * The mint was admitted; the vendor has not been asked yet.
     *
     * @param id the same in both records of a mint
     * @param endUser hash of the end user; empty if there is none
     */
    public static AuditRecord admitted(String id, Instant time, MintRequest request, Optional<String> endUser) {
        return new AuditRecord(fields -> admitted(fields, id, time, request, endUser));
    }

    private static void admitted(
            Map<String, String> fields, String id, Instant time, MintRequest request, Optional<String> endUser) {
        of(fields, "admitted", id, time, request.context());
        fields.put("policy", request.context().caller().policy());
        endUser.ifPresent(hash -> fields.put("end_user", hash));
        fields.put("operation", operation(request.context()));
        request.sessionType().ifPresent(type -> fields.put("session_type", printable(type)));
        request.transcriptionModel()
                .or(request::sessionModel)
                .ifPresent(model -> fields.put("model", printable(model)));
    }

    /** The vendor minted. */
    public AuditRecord minted(Instant time, MintedToken token) {
        return ended("minted", time, more -> {
            more.put("dialect", token.connection().dialect());
            token.connection().upstream().ifPresent(name -> more.put("upstream", name));
            text(token, "/session/id")
                    .or(() -> text(token, "/id"))
                    .ifPresent(id -> more.put("session_id", sessionId(token, id)));
            token.expiresAt().ifPresent(seconds -> more.put("expires_at", Long.toString(seconds)));
            token.vendorRequestId().ifPresent(id -> more.put("upstream_request_id", requestId(id)));
        });
    }

    /** There is no token. */
    public AuditRecord failed(Instant time, MintFailedException failed) {
        return ended("failed", time, more -> {
            more.put("failure", failed.failure().getClass().getSimpleName());
            failed.upstream().ifPresent(name -> more.put("upstream", name));
            failed.vendorRequestId().ifPresent(id -> more.put("upstream_request_id", requestId(id)));
        });
    }

    /** There is no token, because of a defect of this service. */
    public AuditRecord broken(Instant time, RuntimeException defect) {
        return ended(
                "failed", time, more -> more.put("failure", defect.getClass().getSimpleName()));
    }

    /** The same request, but it was rejected: its caller may not have what it asked for, or not now. */
    public AuditRecord rejected(String failure) {
        return with(more -> {
            more.put("event", REJECTED);
            more.put("failure", failure);
        });
    }

    /** A request without a known caller, of which nothing else is recorded. */
    public static AuditRecord rejected(String id, Instant time, String failure) {
        return new AuditRecord(fields -> {
            fields.put("event", REJECTED);
            fields.put("id", id);
            fields.put("time", time.toString());
            fields.put("failure", failure);
        });
    }

    /**
     * The vendor opened a call with a sealed token.
     *
     * @param token the vendor's, whose session the call is
     * @param call the vendor's id of the call; empty if it named none
     */
    public static AuditRecord called(
            Instant time, MintContext context, MintedToken token, String upstream, Optional<String> call) {
        return new AuditRecord(fields -> {
            of(fields, "called", UUID.randomUUID().toString(), time, context);
            fields.put("upstream", upstream);
            text(token, "/session/id").ifPresent(id -> fields.put("session_id", sessionId(token, id)));
            call.ifPresent(id -> fields.put("call", requestId(id)));
        });
    }

    /**
     * A caller ended a call, or could not.
     *
     * @param failed why the vendor did not end it; empty if it did
     */
    public static AuditRecord hangUp(
            Instant time, MintContext context, String upstream, String call, Optional<MintFailure> failed) {
        return new AuditRecord(fields -> {
            String event = failed.isPresent() ? "hangup_failed" : "hung_up";
            of(fields, event, UUID.randomUUID().toString(), time, context);
            fields.put("upstream", upstream);
            fields.put("call", requestId(call));
            failed.ifPresent(failure -> fields.put("failure", failure.getClass().getSimpleName()));
        });
    }

    /** A caller asked for the end of a call. */
    public static AuditRecord ending(String id, Instant time, MintContext context, String call) {
        return new AuditRecord(fields -> {
            of(fields, "ending", id, time, context);
            fields.put("policy", context.caller().policy());
            fields.put("operation", operation(context));
            fields.put("call", requestId(call));
        });
    }

    private static void of(Map<String, String> fields, String event, String id, Instant time, MintContext context) {
        fields.put("event", event);
        fields.put("id", id);
        fields.put("time", time.toString());
        fields.put("caller", context.caller().id());
    }

    private static String operation(MintContext context) {
        return context.operation().name().toLowerCase(Locale.ROOT);
    }

    /** Says which store admitted the mint. */
    public AuditRecord decidedBy(String mode) {
        return with(more -> more.put("mode", mode));
    }

    private AuditRecord ended(String event, Instant time, Consumer<Map<String, String>> details) {
        return with(more -> {
            more.put("event", event);
            more.put("time", time.toString());
            details.accept(more);
        });
    }

    private AuditRecord with(Consumer<Map<String, String>> more) {
        return new AuditRecord(fields -> {
            fields.putAll(fields());
            more.accept(fields);
        });
    }

    private static Optional<String> text(MintedToken token, String pointer) {
        return Optional.of(token.response().at(pointer))
                .filter(node -> node.isTextual())
                .map(node -> node.textValue());
    }

    /** A name, and no key. */
    private static String printable(String text) {
        return Redactor.ofShapes().name(text).orElse("?");
    }

    /** As random as a token, so it must not be one, nor a part of this one. */
    private static String sessionId(MintedToken token, String id) {
        return Redactor.ofShapes()
                .code(id)
                .filter(text -> !token.value().isPartlyIn(text))
                .orElse("?");
    }

    private static String requestId(String id) {
        return Redactor.ofShapes().requestId(id).orElse("?");
    }

    /** One line of JSON, with its end. */
    String line() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields().forEach(json::put);
        return json + "\n";
    }

    @Override
    public String toString() {
        return "AuditRecord" + fields();
    }
}
