package dev.ephemint.server.sandbox.azure;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The deployments of the imitated resource and what each can serve. One for every realtime and transcription model of
 * Microsoft's region table of 2026-06-11 (and those that came after it), under the model's own name, and any others.
 */
public record SandboxDeployments(Map<String, String> models) {

    enum Kind {
        REALTIME,
        TRANSCRIPTION,
        NONE
    }

    private static final Pattern TRANSCRIBES = Pattern.compile("transcribe|whisper|translate");

    public static final SandboxDeployments OF_ALL_MODELS = new SandboxDeployments(Map.of())
            .with("gpt-realtime")
            .with("gpt-realtime-mini")
            .with("gpt-realtime-1.5")
            .with("gpt-realtime-2")
            .with("gpt-realtime-2.1")
            .with("gpt-realtime-2.1-mini")
            .with("gpt-realtime-whisper")
            .with("gpt-realtime-translate")
            .with("gpt-live-transcribe")
            .with("gpt-transcribe")
            .with("gpt-4o-transcribe")
            .with("gpt-4o-mini-transcribe")
            .with("gpt-4o-transcribe-diarize");

    public SandboxDeployments {
        models = Map.copyOf(models);
    }

    /** A deployment of a model under a name of its own. */
    public SandboxDeployments with(String model, String name) {
        Map<String, String> more = new HashMap<>(models);
        more.put(name, model);
        return new SandboxDeployments(more);
    }

    Kind kind(String name) {
        String model = models.get(name);
        if (model == null) {
            return Kind.NONE;
        }
        return TRANSCRIBES.matcher(model).find() ? Kind.TRANSCRIPTION : Kind.REALTIME;
    }

    boolean has(String name) {
        return kind(name) != Kind.NONE;
    }

    boolean isOf(String model, String name) {
        return model.equals(models.get(name));
    }

    private SandboxDeployments with(String model) {
        return with(model, model);
    }
}
