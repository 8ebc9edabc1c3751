package dev.ephemint.server.dialect.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ephemint.server.mint.MintRequest;
import java.util.List;
import java.util.Map;

/**
 * Which deployment serves a model. Azure's "model" is the deployment's name (Azure's realtime reference); a model that
 * is not listed goes out as it is, because many deployments are named like their model.
 *
 * @param byModel model name to deployment name
 */
public record Deployments(Map<String, String> byModel) {

    /** Both places that name one: a realtime session's model, and the model that transcribes. */
    private static final List<String> PARENTS = List.of("/session", "/session/audio/input/transcription");

    public Deployments {
        byModel = Map.copyOf(byModel);
    }

    /** The request's body with deployments in place of models; the same body if they have the same names. */
    ObjectNode deploy(MintRequest request) {
        List<String> renamed = renamed(request);
        if (renamed.isEmpty()) {
            return request.body();
        }
        ObjectNode body = request.copyOfBody();
        renamed.forEach(parent -> {
            ObjectNode holder = (ObjectNode) body.at(parent);
            holder.put("model", deployment(holder.get("model").textValue()));
        });
        return body;
    }

    /** What holds a model that is deployed under another name. */
    private List<String> renamed(MintRequest request) {
        return PARENTS.stream()
                .filter(parent -> isRenamed(request.at(parent + "/model")))
                .toList();
    }

    private boolean isRenamed(JsonNode model) {
        return model.isTextual() && !deployment(model.textValue()).equals(model.textValue());
    }

    /** The response with the caller's model names in place of the deployments that were sent for them. */
    ObjectNode undeploy(MintRequest request, ObjectNode response) {
        List<String> renamed = renamed(request);
        if (renamed.isEmpty()) {
            return response;
        }
        ObjectNode own = response.deepCopy();
        renamed.forEach(parent -> {
            JsonNode asked = request.at(parent + "/model");
            if (own.at(parent) instanceof ObjectNode holder
                    && holder.path("model").equals(new TextNode(deployment(asked.textValue())))) {
                holder.set("model", asked);
            }
        });
        return own;
    }

    private String deployment(String model) {
        return byModel.getOrDefault(model, model);
    }
}
