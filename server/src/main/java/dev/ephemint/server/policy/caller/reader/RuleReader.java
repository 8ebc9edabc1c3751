package dev.ephemint.server.policy.caller.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephemint.server.policy.caller.Bound;
import dev.ephemint.server.policy.caller.Bound.Absent;
import dev.ephemint.server.policy.caller.Bound.Allowed;
import dev.ephemint.server.policy.caller.Bound.Constant;
import dev.ephemint.server.policy.caller.MemberRule;
import dev.ephemint.server.policy.caller.NumberLimit;
import dev.ephemint.server.policy.caller.SizeLimit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rule about one member, and checks it against the contract. */
record RuleReader(ContractPath path, JsonNode rule, PolicyProblems problems) {

    static boolean caps(JsonNode rule) {
        return rule.path("on-violation").asText("refuse").equals("cap");
    }

    /** Empty if it says nothing. */
    Optional<MemberRule> read() {
        int before = problems.found().size();
        checkTypes();
        List<Bound> bounds = bounds();
        Optional<JsonNode> standard = Optional.ofNullable(rule.get("default"));
        MemberRule read = new MemberRule(
                path.path(),
                path.sessions(),
                bounds,
                standard,
                rule.path("required").asBoolean(),
                caps(rule));
        if (problems.found().size() == before) {
            checkSense(read);
        }
        return Optional.of(read);
    }

    private List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        if (rule.path("absent").asBoolean()) {
            bounds.add(new Absent());
        }
        if (rule.has("constant")) {
            bounds.add(new Constant(rule.get("constant")));
        }
        if (rule.has("allowed")) {
            List<JsonNode> values = new ArrayList<>();
            rule.get("allowed").forEach(values::add);
            bounds.add(new Allowed(values));
        }
        number("min").ifPresent(limit -> bounds.add(NumberLimit.atLeast(limit)));
        number("max").ifPresent(limit -> bounds.add(NumberLimit.atMost(limit)));
        number("max-length").ifPresent(limit -> bounds.add(SizeLimit.characters(limit.intValue())));
        number("max-items").ifPresent(limit -> bounds.add(SizeLimit.items(limit.intValue())));
        return bounds;
    }

    private Optional<BigDecimal> number(String key) {
        return Optional.ofNullable(rule.get(key)).map(JsonNode::decimalValue);
    }

    /** Each value must be one that the contract allows there, and each bound one that fits the member's type. */
    private void checkTypes() {
        for (String key : List.of("constant", "default", "min", "max")) {
            if (rule.has(key)) {
                checkValue(key, rule.get(key));
            }
        }
        for (int i = 0; i < rule.path("allowed").size(); i++) {
            checkValue("allowed[" + i + "]", rule.get("allowed").get(i));
        }
        if (rule.has("max-length") && !path.mayBe("string")) {
            problems.add("max-length is for texts, and the member is none");
        }
        if (rule.has("max-items") && !path.mayBe("array")) {
            problems.add("max-items is for lists, and the member is none");
        }
    }

    private void checkValue(String key, JsonNode value) {
        ContractPaths.get().refusal(path, value).ifPresent(reason -> problems.at(key)
                .add("the contract does not allow this value: " + reason));
    }

    private void checkSense(MemberRule read) {
        List<Bound> bounds = read.bounds();
        boolean decided = bounds.stream().anyMatch(bound -> bound instanceof Constant || bound instanceof Absent);
        if (bounds.isEmpty() && read.standard().isEmpty() && !read.required()) {
            problems.add("says nothing: set constant, allowed, absent, a bound, default or required");
        }
        if (decided && (bounds.size() > 1 || read.standard().isPresent())) {
            problems.add("constant or absent leaves nothing to decide for the other settings beside it");
        }
        if (read.required() && bounds.contains(new Absent())) {
            problems.add("cannot be both required and absent");
        }
        if (number("min").isPresent()
                && number("max").isPresent()
                && number("min").get().compareTo(number("max").get()) > 0) {
            problems.add("min must not be greater than max");
        }
        read.standard().filter(read::refuses).ifPresent(value -> problems.at("default")
                .add("is outside the rule itself"));
        if (path.path().isOfItems()
                && (read.standard().isPresent() || read.required() || bounds.contains(new Absent()))) {
            problems.add("default, required and absent are not for the items of a list");
        }
        checkCap(read);
    }

    private void checkCap(MemberRule read) {
        boolean impossible = read.bounds().stream()
                .anyMatch(bound -> (bound instanceof SizeLimit size && !size.cuts())
                        || (bound instanceof Allowed && read.standard().isEmpty()));
        if (read.caps() && (impossible || read.bounds().isEmpty())) {
            problems.at("on-violation")
                    .add("cannot cap: a text is not cut, and a value outside allowed needs a default to replace it");
        }
    }
}
