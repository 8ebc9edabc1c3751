package dev.ephemint.server.policy.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.policy.model.ModelFact.Notice;
import dev.ephemint.server.policy.model.ModelFact.Refusal;
import dev.ephemint.server.policy.model.ModelFact.Retirement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry of a file of model rules, as {@code server/docs/model-rules.md} describes it. */
record RuleEntry(
        @JsonProperty("model") @Nullable String model,
        @JsonProperty("models") @Nullable List<String> models,
        @JsonProperty("vendors") @Nullable List<String> vendors,
        @JsonProperty("sessions") @Nullable List<String> sessions,
        @JsonProperty("transcribes") boolean transcribes,
        @JsonProperty("client_commits") boolean clientCommits,
        @JsonProperty("webrtc") @Nullable Boolean webRtc,
        @JsonProperty("retires") @Nullable String retires,
        @JsonProperty("version") @Nullable String version,
        @JsonProperty("successors") @Nullable List<String> successors,
        @JsonProperty("refuses") @Nullable List<RefusalEntry> refuses,
        @JsonProperty("notices") @Nullable List<NoticeEntry> notices,
        @JsonProperty(value = "source", required = true) String source,
        @JsonProperty("date") @Nullable String date,
        @JsonProperty("grade") @Nullable String grade) {

    private static final Set<String> SESSIONS = Set.of("realtime", "transcription");

    /** Realtime sessions minted with what transcription sessions are refused (recorded 2026-07-24). */
    private static final Set<String> DEFAULT_SESSIONS = Set.of("transcription");

    record RefusalEntry(
            @JsonProperty(value = "param", required = true) String param,
            @JsonProperty(value = "code", required = true) String code,

            @JsonProperty(value = "message", required = true)
            String message,

            @JsonProperty("absent") boolean absent,
            @JsonProperty("matches") @Nullable String matches,
            @JsonProperty("longer_than") @Nullable Integer longerThan) {

        Refusal refusal() {
            return new Refusal(param, code, message, when());
        }

        private RefusalCondition when() {
            if (matches != null) {
                return new RefusalCondition.Matches(Pattern.compile(matches));
            }
            if (longerThan != null) {
                return new RefusalCondition.LongerThan(longerThan);
            }
            return absent ? new RefusalCondition.Absent() : new RefusalCondition.Given();
        }
    }

    record NoticeEntry(
            @JsonProperty(value = "param", required = true) String param,
            @JsonProperty(value = "code", required = true) String code,

            @JsonProperty(value = "message", required = true)
            String message,

            @JsonProperty("ends") @Nullable String ends) {

        Notice notice() {
            return new Notice(param, code, message, ends == null ? null : day("ends", ends));
        }
    }

    /**
     * What it says.
     *
     * @throws IllegalArgumentException naming the member that makes no sense
     */
    ModelRule rule() {
        if (model != null && models != null) {
            throw new IllegalArgumentException("model: cannot stand beside models");
        }
        Evidence evidence = new Evidence(
                source,
                date,
                grade == null ? null : Evidence.Grade.valueOf(one("grade", grade, spellings(Evidence.Grade.values()))));
        return new ModelRule(
                Set.copyOf(model == null ? orNone(models) : List.of(model)),
                vendorNames(),
                sessions == null ? DEFAULT_SESSIONS : each("sessions", sessions, SESSIONS),
                evidence,
                facts(evidence));
    }

    private Set<VendorName> vendorNames() {
        Set<String> named = each("vendors", orNone(vendors), spellings(VendorName.values()));
        return Stream.of(VendorName.values())
                .filter(vendor -> named.contains(vendor.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<ModelFact> facts(Evidence evidence) {
        List<ModelFact> facts = new ArrayList<>();
        if (transcribes) {
            facts.add(new ModelFact.Transcribes());
        }
        if (clientCommits) {
            facts.add(new ModelFact.ClientCommits());
        }
        if (Boolean.FALSE.equals(webRtc)) {
            facts.add(new ModelFact.NoWebRtc());
        }
        if (retires != null) {
            facts.add(new Retirement(day("retires", retires), version, orNone(successors), evidence));
        }
        orNone(refuses).stream().map(RefusalEntry::refusal).forEach(facts::add);
        orNone(notices).stream().map(NoticeEntry::notice).forEach(facts::add);
        return facts;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static Set<String> spellings(Enum<?>[] values) {
        return new TreeSet<>(Stream.of(values).map(Enum::toString).toList());
    }

    private static Set<String> each(String name, Collection<String> values, Set<String> known) {
        values.forEach(value -> one(name, value, known));
        return Set.copyOf(values);
    }

    private static String one(String name, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException(
                    name + ": must be one of " + String.join(", ", new TreeSet<>(known)) + ", got '" + value + "'");
        }
        return value;
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException(name + ": must be a day such as 2027-02-26, got '" + text + "'", other);
        }
    }
}
