package dev.ephemint.server.app.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.Fixtures;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A policy, and what it must never let through, said a second time and in another way. */
enum PolicyCase {
    STRICT(
            "{'session-types':['transcription'],'models':['gpt-live-transcribe','whisper-1'],"
                    + "'lifetime':{'min-seconds':30,'max-seconds':120},'members':{"
                    + "'session.audio.input.transcription.language':{'allowed':['en','de',null]},"
                    + "'session.audio.input.transcription.prompt':{'max-length':8},"
                    + "'session.audio.input.noise_reduction':{'constant':{'type':'near_field'}},"
                    + "'session.include':{'absent':true}}}",
            "models",
            "lifetime",
            "session.audio.input.transcription.language",
            "session.audio.input.transcription.prompt",
            "session.audio.input.noise_reduction",
            "session.include",
            "unknown-members") {
        @Override
        boolean isWithin(SentMembers sent, boolean isEvent) {
            return each(sent, "session.audio.input.transcription.model", in("gpt-live-transcribe", "whisper-1", "ears"))
                    && each(sent, "session.model", value -> false)
                    && each(sent, "session.audio.input.transcription.language", in("en", "de", "null"))
                    && each(
                            sent,
                            "session.audio.input.transcription.prompt",
                            value -> value.asText().length() <= 8)
                    && sent.values("session.audio.input.noisereduction")
                            .equals(List.of(Fixtures.json("{'type':'near_field'}")))
                    && each(sent, "session.include", value -> false)
                    && each(sent, "session.tools", value -> false)
                    && seconds(sent, 30, 120)
                    && sent.paths().stream().noneMatch(path -> path.contains("future") || path.contains("voice"));
        }
    },

    LENIENT(
            "{'unknown-members':'allow','models':['gpt-realtime','gpt-live-transcribe'],"
                    + "'lifetime':{'max-seconds':90,'on-violation':'cap'},'members':{"
                    + "'session.instructions':{'constant':'Be brief.','on-violation':'cap'},"
                    + "'session.tools':{'max-items':1,'on-violation':'cap'},'session.tools[].type':{'allowed':['function']},"
                    + "'session.max_output_tokens':{'max':50,'default':50,'on-violation':'cap'},"
                    + "'session.audio.input.turn_detection.silence_duration_ms':{'min':200,'max':800,'on-violation':'cap'}}}",
            "models",
            "lifetime",
            "session.instructions",
            "session.tools",
            "session.tools[].type",
            "session.max_output_tokens",
            "session.audio.input.turn_detection.silence_duration_ms") {
        @Override
        boolean isWithin(SentMembers sent, boolean isEvent) {
            boolean realtime = sent.values("session.type").contains(Fixtures.tree("'realtime'"));
            return each(
                            sent,
                            "session.audio.input.transcription.model",
                            in("gpt-live-transcribe", "gpt-realtime", "ears"))
                    && each(sent, "session.model", in("gpt-realtime", "gpt-live-transcribe", "ears"))
                    && realtime == sent.values("session.instructions").equals(List.of(Fixtures.tree("'Be brief.'")))
                    && (!realtime || !sent.values("session.model").isEmpty())
                    && each(sent, "session.tools", value -> value.size() <= 1)
                    && each(sent, "session.tools[].type", in("function"))
                    && realtime != sent.values("session.maxoutputtokens").isEmpty()
                    && each(sent, "session.maxoutputtokens", value -> value.isNumber() && value.asDouble() <= 50)
                    && each(
                            sent,
                            "session.audio.input.turndetection.silencedurationms",
                            value -> value.asDouble() >= 200 && value.asDouble() <= 800)
                    && seconds(sent, 0, 90);
        }
    };

    private final String policy;
    private final String rules;

    PolicyCase(String policy, String... rules) {
        this.policy = policy;
        this.rules = String.join(" ", rules);
    }

    ObjectNode policy() {
        return Fixtures.json(policy);
    }

    /** What can be taken out of the policy, one at a time. */
    List<String> rules() {
        return List.of(rules.split(" ", -1));
    }

    /** The policy without one of its rules. */
    ObjectNode without(String rule) {
        ObjectNode weaker = policy();
        if (rule.equals("unknown-members")) {
            weaker.put(rule, "allow");
        } else if (weaker.has(rule)) {
            weaker.remove(rule);
        } else {
            ((ObjectNode) weaker.get("members")).remove(rule);
        }
        return weaker;
    }

    /**
     * Whether a body or an event is within the policy.
     *
     * @param isEvent whether it configures the session only
     */
    abstract boolean isWithin(SentMembers sent, boolean isEvent);

    static boolean each(SentMembers sent, String path, Predicate<JsonNode> allowed) {
        return sent.values(path).stream().allMatch(allowed);
    }

    static Predicate<JsonNode> in(String... texts) {
        return value -> Set.of(texts).contains(value.asText());
    }

    static boolean seconds(SentMembers sent, int least, int most) {
        return each(sent, "expiresafter.seconds", value -> value.asDouble() >= least && value.asDouble() <= most);
    }
}
