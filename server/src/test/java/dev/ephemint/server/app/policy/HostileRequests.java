package dev.ephemint.server.app.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonNode.OverwriteMode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Requests that try to get past a policy: in both shapes, with members misspelled, misplaced, repeated, null and absent. */
public final class HostileRequests {

    private static final List<String> NESTED = List.of(
            "{'expires_after':{'anchor':'created_at','seconds':60},'session':{'type':'transcription','include':[],'audio':"
                    + "{'input':{'format':{'type':'audio/pcm','rate':24000},'transcription':{'model':'gpt-live-transcribe',"
                    + "'language':'en','prompt':'short'},'noise_reduction':{'type':'near_field'},'turn_detection':null}}}}",
            "{'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'whisper-1'}}}}}",
            "{'session':{'type':'transcription','audio':{'input':{'transcription':null}}}}",
            "{'session':{'type':'realtime','model':'gpt-realtime','instructions':'i','tools':[{'type':'function','name':'f'}],"
                    + "'max_output_tokens':20,'audio':{'input':{'transcription':{'model':'whisper-1'}}}}}",
            "{'session':{'type':'realtime','model':'gpt-realtime','audio':{'input':{'turn_detection':{'type':'server_vad',"
                    + "'silence_duration_ms':500}}}}}",
            "{'session':{'type':'realtime','model':'gpt-realtime'}}",
            "{'session':{'type':'realtime','model':'gpt-realtime','tools':[],'max_output_tokens':20}}",
            "{'session':{'type':'realtime'}}",
            "{'expires_after':{'seconds':60}}",
            "{}");

    private static final List<String> FLAT = List.of(
            "{'client_secret':{'expires_after':{'anchor':'created_at','seconds':60}},'input_audio_format':'pcm16',"
                    + "'input_audio_transcription':{'model':'gpt-live-transcribe','language':'en'},"
                    + "'input_audio_noise_reduction':{'type':'near_field'},'turn_detection':null}",
            "{'input_audio_transcription':{'model':'whisper-1','prompt':'short'}}",
            "{'input_audio_transcription':null}",
            "{'modalities':['text']}",
            "{}");

    /** Names of both shapes, and of neither. */
    private static final List<String> NAMES = List.of(
            "model",
            "language",
            "seconds",
            "expires_after",
            "client_secret",
            "session",
            "audio",
            "input",
            "transcription",
            "noise_reduction",
            "turn_detection",
            "include",
            "instructions",
            "tools",
            "max_output_tokens",
            "prompt",
            "type",
            "input_audio_transcription",
            "input_audio_noise_reduction",
            "input_audio_format",
            "x_future",
            "voice",
            "output",
            "silence_duration_ms");

    private static final List<String> VALUES = List.of(
            "null",
            "'evil'",
            "'gpt-realtime-2'",
            "'gpt-live-transcribe'",
            "'whisper-1'",
            "'ears'",
            "'EARS'",
            "'mouth'",
            "'de'",
            "'xx'",
            "7200",
            "60",
            "60.0",
            "10",
            "1e3",
            "99999999999999999999",
            "{}",
            "[]",
            "'inf'",
            "5000",
            "true",
            "{'model':'evil'}",
            "{'model':'whisper-1','language':'xx'}",
            "{'model':'whisper-1','prompt':'far too long'}",
            "{'seconds':7200}",
            "{'anchor':'created_at','seconds':7200}",
            "{'expires_after':{'seconds':7200}}",
            "{'type':'far_field'}",
            "{'type':'near_field'}",
            "{'type':'server_vad','silence_duration_ms':5000}",
            "['logprobs']",
            "[{'type':'mcp','server_label':'l','server_url':'u'}]",
            "[{'type':'function'},{'type':'function'}]",
            "'realtime'",
            "'transcription'",
            "{'input':{'transcription':{'model':'evil'}}}");

    /** Members in their places, with a value that some policy forbids, as a pointer and a value. */
    private static final List<String> NESTED_AIMS = List.of(
            "/expires_after {'anchor':'created_at','seconds':7200}",
            "/expires_after {'anchor':'created_at','seconds':10}",
            "/session/model 'gpt-realtime-2'",
            "/session/instructions 'evil'",
            "/session/tools [{'type':'function','name':'f'},{'type':'function','name':'g'}]",
            "/session/tools [{'type':'mcp','server_label':'l','server_url':'u'}]",
            "/session/max_output_tokens 'inf'",
            "/session/max_output_tokens 4000",
            "/session/include ['logprobs']",
            "/session/x_future {'model':'evil'}",
            "/session/audio/input/turn_detection/silence_duration_ms 5000",
            "/session/audio/input/noise_reduction {'type':'far_field'}",
            "/session/audio/input/noise_reduction null",
            "/session/audio/input/transcription/prompt 'far too long'",
            "/session/audio/input/transcription/language 'fr'",
            "/session/audio/input/transcription/model 'evil'");

    private static final List<String> FLAT_AIMS = List.of(
            "/client_secret {'expires_after':{'anchor':'created_at','seconds':7200}}",
            "/include ['logprobs']",
            "/x_future 1",
            "/turn_detection/silence_duration_ms 5000",
            "/input_audio_noise_reduction {'type':'far_field'}",
            "/input_audio_transcription/prompt 'far too long'",
            "/input_audio_transcription/language 'fr'",
            "/input_audio_transcription/model 'evil'");

    /** Unlike {@code Random}, its first values differ for seeds that follow each other. */
    private final SplittableRandom random;

    public HostileRequests(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public boolean coin() {
        return random.nextBoolean();
    }

    /** A sound request with up to three changes, half of the time one of them in its right place. */
    public ObjectNode next(boolean flat) {
        ObjectNode body = Fixtures.json(oneOf(flat ? FLAT : NESTED));
        if (coin()) {
            aim(body, oneOf(flat ? FLAT_AIMS : NESTED_AIMS));
        }
        for (int change = random.nextInt(3); change > 0; change--) {
            change(anyObject(body));
        }
        return body;
    }

    private static void aim(ObjectNode body, String aim) {
        String[] parts = aim.split(" ", 2);
        int last = parts[0].lastIndexOf('/');
        String parent = parts[0].substring(0, last);
        JsonNode there = parent.isEmpty() ? body : body.at(parent);
        ObjectNode object =
                there instanceof ObjectNode found ? found : body.withObject(parent, OverwriteMode.ALL, true);
        object.set(parts[0].substring(last + 1), Fixtures.tree(parts[1]));
    }

    private void change(ObjectNode object) {
        List<String> present = new ArrayList<>();
        object.fieldNames().forEachRemaining(present::add);
        String name = present.isEmpty() || coin() ? oneOf(NAMES) : oneOf(present);
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(misspelled(name), value());
            default -> object.set(name, value());
        }
    }

    private JsonNode value() {
        return Fixtures.tree(oneOf(VALUES));
    }

    /** As parsers that ignore case, separators or the end of a name would read it. */
    private String misspelled(String name) {
        return switch (random.nextInt(6)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            case 2 -> name.replace("_", "");
            case 3 -> name.replace("s", "ſ").replace("k", "K");
            case 4 -> name + " ";
            default -> name.replace('_', '-');
        };
    }

    private ObjectNode anyObject(ObjectNode body) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(body, objects);
        return oneOf(objects);
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, objects));
        }
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
