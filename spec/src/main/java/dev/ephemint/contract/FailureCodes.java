package dev.ephemint.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The failure codes of the vendors, in one table for every place that carries one: HTTP errors, socket {@code error}
 * events, close reasons and failed transcriptions.
 */
public final class FailureCodes {

    private static final String OPENAI = "openai";
    private static final String AZURE = "azure";
    private static final String CAPTURE = "a published capture of OpenAI's sockets";
    private static final String ERROR_CODES = "OpenAI's error codes";

    /** Every known code. */
    public static final List<FailureCode> ALL = List.of(
            openAi("insufficient_quota", FailureKind.QUOTA_EXHAUSTED, "four recordings of sockets", "2026-09"),
            openAi("credit_balance_exhausted", FailureKind.QUOTA_EXHAUSTED, "four recordings of sockets", "2026-09"),
            openAi("model_not_found", FailureKind.MODEL_NOT_FOUND, "recordings of sockets, close 4004", "2026-09"),
            openAi("invalid_model", FailureKind.MODEL_NOT_FOUND, CAPTURE, "2026-09-18"),
            azure("DeploymentNotFound", FailureKind.MODEL_NOT_FOUND, "a cassette of pydantic-ai", "2026-07-22"),
            openAi("invalid_api_key", FailureKind.ACCESS_DENIED, CAPTURE, "2026-09-18"),
            openAi("unsupported_country_region_territory", FailureKind.ACCESS_DENIED, ERROR_CODES, "2026"),
            azure("AuthenticationTypeDisabled", FailureKind.ACCESS_DENIED, "browser-use issue 1295", "2026"),
            azure("PermissionDenied", FailureKind.ACCESS_DENIED, "Microsoft's page on Entra ID", "2026"),
            openAi("beta_api_shape_disabled", FailureKind.REQUEST_REJECTED, CAPTURE, "2026-09-18"),
            openAi("missing_model", FailureKind.REQUEST_REJECTED, CAPTURE, "2026-09-18"),
            openAi("invalid_beta", FailureKind.REQUEST_REJECTED, CAPTURE, "2026-09-18"),
            azure("OperationNotSupported", FailureKind.REQUEST_REJECTED, "Microsoft Q&A 5916641", "2026-06-05"),
            azure("OpperationNotSupported", FailureKind.REQUEST_REJECTED, "Microsoft Q&A 5828199", "2026-06-05"),
            openAi("rate_limit_exceeded", FailureKind.RATE_LIMITED, ERROR_CODES, "2026"),
            openAi("rate_limit_error", FailureKind.RATE_LIMITED, ERROR_CODES, "2026"),
            openAi("slow_down", FailureKind.RATE_LIMITED, ERROR_CODES, "2026"),
            openAi("server_is_overloaded", FailureKind.OVERLOADED, ERROR_CODES, "2026"),
            openAi("service_unavailable_error", FailureKind.OVERLOADED, ERROR_CODES, "2026"),
            openAi("session_expired", FailureKind.SESSION_EXPIRED, "twilio-samples issue 10", "2024-10"),
            openAi("server_error", FailureKind.VENDOR_FAULT, ERROR_CODES, "2026"));

    private static final Map<String, FailureKind> KINDS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(FailureCode::code, FailureCode::kind));

    private FailureCodes() {}

    /**
     * The meaning of an error, by its code, or by its type if the code is unknown. A quota in either takes precedence: OpenAI
     * reports it in {@code code}, in {@code type}, or in both (recorded, 2026).
     */
    public static Optional<FailureKind> kind(@Nullable String type, @Nullable String code) {
        List<FailureKind> known =
                Stream.of(of(code), of(type)).flatMap(Optional::stream).toList();
        return known.contains(FailureKind.QUOTA_EXHAUSTED)
                ? Optional.of(FailureKind.QUOTA_EXHAUSTED)
                : known.stream().findFirst();
    }

    /** The meaning of a close reason: OpenAI writes type and code with a dot between them, or the code alone (recorded, 2026-09). */
    public static Optional<FailureKind> ofCloseReason(String reason) {
        List<String> parts = new ArrayList<>(List.of(reason.split("\\.", -1)));
        Collections.reverse(parts);
        return parts.stream().map(FailureCodes::of).flatMap(Optional::stream).findFirst();
    }

    private static Optional<FailureKind> of(@Nullable String code) {
        return Optional.ofNullable(code).map(String::strip).map(KINDS::get);
    }

    private static FailureCode openAi(String code, FailureKind kind, String source, String date) {
        return new FailureCode(code, kind, OPENAI, source, date);
    }

    private static FailureCode azure(String code, FailureKind kind, String source, String date) {
        return new FailureCode(code, kind, AZURE, source, date);
    }
}
