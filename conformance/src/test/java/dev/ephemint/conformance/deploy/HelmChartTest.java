package dev.ephemint.conformance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ephemint.conformance.deploy.Tool.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Helm chart as Helm renders it for Kubernetes 1.30. No cluster has run it. */
@Tag("nightly")
final class HelmChartTest {
    private static final String CHART =
            Path.of("../server/deploy/helm/ephemint").normalize().toString();
    private static final String KUBERNETES = "1.30.0";

    @Test
    void hasNothingThatLintComplainsAbout() throws Exception {
        Result lint = Tool.helm().run("lint", "--strict", "--kube-version", KUBERNETES, CHART);

        assertThat(lint.status()).as(lint.printed()).isZero();
        assertThat(lint.printed()).doesNotContain("[WARNING]", "[ERROR]");
    }

    @Test
    void rendersTheseObjectsInVersionsThatKubernetesHas() throws Exception {
        Map<String, String> versions = new TreeMap<>();
        rendered()
                .forEach((kind, object) ->
                        versions.put(kind, object.path("apiVersion").asText()));

        assertThat(versions)
                .isEqualTo(Map.of(
                        "ConfigMap", "v1",
                        "Deployment", "apps/v1",
                        "HorizontalPodAutoscaler", "autoscaling/v2",
                        "NetworkPolicy", "networking.k8s.io/v1",
                        "PodDisruptionBudget", "policy/v1",
                        "Service", "v1",
                        "ServiceAccount", "v1"));
    }

    @ParameterizedTest
    @CsvSource({"false, HTTP", "true, HTTPS"})
    void probesTheServiceAtItsPort(boolean tls, String scheme) throws Exception {
        JsonNode container = container(rendered("--set", "tls=" + tls));

        assertThat(container.at("/ports/0/name").asText()).isEqualTo("api");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode get = container.at("/" + probe + "/httpGet");
            assertThat(get.path("port").asText()).isEqualTo("api");
            assertThat(get.path("scheme").asText()).isEqualTo(scheme);
            assertThat(get.path("path").asText()).isEqualTo(probe.startsWith("readiness") ? "/readyz" : "/healthz");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PodDisruptionBudget /spec/selector/matchLabels",
                "NetworkPolicy /spec/podSelector/matchLabels",
                "Service /spec/selector",
                "Deployment /spec/selector/matchLabels"
            })
    void selectsThePods(String place) throws Exception {
        Map<String, JsonNode> objects = rendered();
        String[] kindAndPointer = place.split(" ", -1);
        JsonNode selector = object(objects, kindAndPointer[0]).at(kindAndPointer[1]);
        JsonNode labels = object(objects, "Deployment").at("/spec/template/metadata/labels");

        assertThat(selector.properties()).isNotEmpty().allSatisfy(label -> assertThat(labels.path(label.getKey()))
                .isEqualTo(label.getValue()));
    }

    @Test
    void scalesTheDeploymentUnlessThatIsOff() throws Exception {
        Map<String, JsonNode> objects = rendered();
        JsonNode scaler = object(objects, "HorizontalPodAutoscaler").path("spec");

        assertThat(scaler.at("/scaleTargetRef/name"))
                .isEqualTo(object(objects, "Deployment").at("/metadata/name"));
        assertThat(scaler.path("minReplicas").asInt())
                .isGreaterThan(1)
                .isLessThan(scaler.path("maxReplicas").asInt());
        assertThat(object(objects, "Deployment").at("/spec/replicas").isMissingNode())
                .isTrue();

        Map<String, JsonNode> fixed = rendered("--set", "autoscaling.enabled=false");
        assertThat(fixed).doesNotContainKey("HorizontalPodAutoscaler");
        assertThat(object(fixed, "Deployment").at("/spec/replicas").asInt()).isEqualTo(2);
    }

    @Test
    void keepsOnePodWhileNodesAreDrained() throws Exception {
        assertThat(object(rendered(), "PodDisruptionBudget")
                        .at("/spec/maxUnavailable")
                        .asInt())
                .isOne();
    }

    @Test
    void letsTheNamespaceInAndOnlyHttpsAndNamesOut() throws Exception {
        JsonNode policy = object(rendered(), "NetworkPolicy").path("spec");

        assertThat(policy.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(policy.at("/ingress/0/ports/0/port").asText()).isEqualTo("api");
        assertThat(policy.at("/ingress/0/from").toString()).isEqualTo("[{\"podSelector\":{}}]");
        assertThat(policy.path("egress").findValuesAsText("port")).containsExactlyInAnyOrder("53", "53", "443");
    }

    @Test
    void readsSecretsFromFilesOfItsGroup() throws Exception {
        Map<String, JsonNode> objects = rendered(
                "--set",
                "secrets[0].name=openai,secrets[0].secretName=ephemint-openai",
                "--set",
                "env.EPHEMINT_OPENAI_API_KEY_FILE=/run/secrets/openai/key");
        JsonNode pod = object(objects, "Deployment").at("/spec/template/spec");
        JsonNode container = container(objects);

        assertThat(pod.at("/volumes/2/secret").toString())
                .isEqualTo("{\"secretName\":\"ephemint-openai\",\"defaultMode\":288}");
        assertThat(container.at("/volumeMounts/2").toString())
                .isEqualTo("{\"name\":\"secret-openai\",\"mountPath\":\"/run/secrets/openai\",\"readOnly\":true}");
        assertThat(container.at("/env").toString())
                .isEqualTo("[{\"name\":\"EPHEMINT_OPENAI_API_KEY_FILE\",\"value\":\"/run/secrets/openai/key\"}]");
        assertThat(objects).doesNotContainKey("Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replica=3", "networkPolicy.enable=false", "secrets[0].name=openai", "service.port=none"})
    void rejectsAMisspelledValue(String value) throws Exception {
        assertThat(Tool.helm().run("template", "it", CHART, "--set", value).status())
                .isNotZero();
    }

    private static JsonNode container(Map<String, JsonNode> objects) {
        return object(objects, "Deployment").at("/spec/template/spec/containers/0");
    }

    private static JsonNode object(Map<String, JsonNode> objects, String kind) {
        return Objects.requireNonNull(objects.get(kind), kind);
    }

    /** The objects by kind; each kind stands once. */
    private static Map<String, JsonNode> rendered(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("template", "it", CHART, "--kube-version", KUBERNETES));
        arguments.addAll(List.of(options));
        Result template = Tool.helm().run(arguments.toArray(String[]::new));
        assertThat(template.status()).as(template.printed()).isZero();
        Map<String, JsonNode> objects = new TreeMap<>();
        YAMLMapper yaml = new YAMLMapper();
        try (var documents = yaml.readerFor(JsonNode.class).<JsonNode>readValues(template.printed())) {
            while (documents.hasNext()) {
                JsonNode object = documents.next();
                if (object.isObject()) {
                    assertThat(objects.put(object.path("kind").asText(), object))
                            .isNull();
                }
            }
        }
        return objects;
    }
}
