package dev.ephemint.server.policy.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.policy.caller.ModelNames;
import java.util.List;
import java.util.Map;

/**
 * The models of one upstream.
 *
 * @param allowed that may run there, by the vendor's name; empty: any
 * @param names the vendor's name of a model by the name that callers use
 * @param deployments model name to deployment name
 */
public record UpstreamModels(List<ModelPattern> allowed, Map<String, String> names, Map<String, String> deployments) {

    private static final List<String> PARENTS = List.of("/session", "/session/audio/input/transcription");

    public UpstreamModels {
        allowed = List.copyOf(allowed);
        names = Map.copyOf(names);
        deployments = Map.copyOf(deployments);
    }

    /** The request with the vendor's names of models. */
    MintRequest named(MintRequest request) {
        if (names.isEmpty()) {
            return request;
        }
        ObjectNode body = request.copyOfBody();
        PARENTS.forEach(parent -> {
            if (body.at(parent) instanceof ObjectNode holder
                    && holder.path("model").isTextual()) {
                holder.put("model", name(holder.get("model").textValue()));
            }
        });
        return request.withBody(body);
    }

    /** Whether every model that would run is allowed. If models are restricted, the vendor must not choose one itself. */
    boolean allows(MintRequest named) {
        return allowed.isEmpty()
                || PARENTS.stream().allMatch(parent -> allows(named.at(parent + "/model"), isNeeded(named, parent)));
    }

    private boolean allows(JsonNode model, boolean needed) {
        if (model.isTextual()) {
            return new ModelNames(deployments)
                    .behind(model.textValue()).stream()
                            .allMatch(name -> allowed.stream().anyMatch(pattern -> pattern.matches(name)));
        }
        return model.isMissingNode() && !needed;
    }

    /** Whether the vendor runs a model of its own choice if the request names none. */
    private static boolean isNeeded(MintRequest request, String parent) {
        return parent.equals("/session")
                ? !request.isTranscription()
                : request.at(parent).isObject();
    }

    /** The token with the caller's names of models in its response. */
    MintedToken restored(MintRequest asked, MintedToken token) {
        if (names.isEmpty()) {
            return token;
        }
        ObjectNode response = token.copyOfResponse();
        PARENTS.forEach(parent -> {
            JsonNode model = asked.at(parent + "/model");
            if (response.at(parent) instanceof ObjectNode holder
                    && model.isTextual()
                    && holder.path("model").equals(new TextNode(name(model.textValue())))) {
                holder.set("model", model);
            }
        });
        return token.withResponse(response);
    }

    private String name(String model) {
        return names.getOrDefault(model, model);
    }
}
