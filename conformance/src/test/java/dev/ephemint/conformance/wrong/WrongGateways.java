package dev.ephemint.conformance.wrong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.json.ExactJson;
import dev.ephemint.conformance.profile.PlantedKey;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** One wrong gateway for each fault, by name; {@link #slow} apart, which takes its time. */
final class WrongGateways {
    private static final Set<String> MODELS = Set.of("gpt-live-transcribe", "gpt-realtime", "gpt-realtime-whisper");

    private WrongGateways() {}

    static Map<String, Function<URI, PassThroughGateway>> all() {
        Map<String, Function<URI, PassThroughGateway>> all = new TreeMap<>();
        all.putAll(WrongTrees.all());
        all.put("dies-in-the-response", WrongGateways::dying);
        all.put("follows-redirects", WrongGateways::following);
        all.put("passes-redirects-on", WrongGateways::passingRedirects);
        all.put("leaks-key-in-errors", WrongGateways::leaking);
        all.put("returns-key-as-token", WrongGateways::keyAsToken);
        all.put("forwards-caller-headers", WrongGateways::forwardingHeaders);
        all.put("sends-key-in-another-header", WrongGateways::otherHeader);
        all.put("always-200", WrongGateways::always200);
        all.put("any-path-and-method", WrongGateways::anyPath);
        all.put("closes-enums", WrongGateways::closedEnums);
        all.put("turns-400-into-500", WrongGateways::turning400);
        all.put("drops-retry-after", WrongGateways::droppingRetryAfter);
        all.put("repeats-mints", WrongGateways::repeating);
        all.put("mints-twice", WrongGateways::twice);
        all.put("text-as-content-type", WrongGateways::text);
        all.put("cacheable", WrongGateways::cacheable);
        all.put("errors-as-text", WrongGateways::textErrors);
        all.put("passes-html-on", WrongGateways::passingHtml);
        all.put("adds-api-version", WrongGateways::apiVersion);
        return all;
    }

    static PassThroughGateway slow(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message send(Message request) throws IOException {
                return sendAndWait(request);
            }
        };
    }

    private static PassThroughGateway dying(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            VendorReaction reaction(Message response) {
                return VendorReaction.truncate(response);
            }
        };
    }

    private static PassThroughGateway following(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message send(Message request) throws IOException {
                Message response = super.send(request);
                if (response.status() / 100 != 3) {
                    return response;
                }
                String path =
                        URI.create(response.header("location").orElseThrow()).getPath();
                return super.send(new Message("POST " + path, request.headers(), request.body()));
            }
        };
    }

    private static PassThroughGateway passingRedirects(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message returned(Message response) {
                return response.status() / 100 == 3 ? response : super.returned(response);
            }
        };
    }

    private static PassThroughGateway leaking(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message refused(Message response, JsonNode body) {
                return response;
            }
        };
    }

    private static PassThroughGateway keyAsToken(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            JsonNode responseTree(JsonNode body) {
                return ((ObjectNode) body).put("value", PlantedKey.VALUE);
            }
        };
    }

    private static PassThroughGateway forwardingHeaders(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message toVendor(Message request, JsonNode sent) {
                Message forwarded = super.toVendor(request, sent);
                for (String name : new String[] {"cookie", "x-kit-private", "openai-beta"}) {
                    if (request.header(name).isPresent()) {
                        forwarded = forwarded.with(name, request.header(name).get());
                    }
                }
                return forwarded;
            }
        };
    }

    private static PassThroughGateway otherHeader(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message toVendor(Message request, JsonNode sent) {
                return Message.request("POST", PATH, ExactJson.write(sent))
                        .with("content-type", "application/json")
                        .with("api-key", PlantedKey.VALUE);
            }
        };
    }

    private static PassThroughGateway always200(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message handle(Message request) {
                Message response = super.handle(request);
                return new Message("200", response.headers(), response.body());
            }
        };
    }

    private static PassThroughGateway anyPath(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message handle(Message request) {
                JsonNode sent = json(request.body().isEmpty() ? "{}" : request.body());
                return sent.isObject() ? mint(request, sent) : error(400, "The body must be a JSON object.");
            }
        };
    }

    private static PassThroughGateway closedEnums(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message mint(Message request, JsonNode sent) {
                return sent.findValuesAsText("model").stream().allMatch(MODELS::contains)
                        ? super.mint(request, sent)
                        : error(400, "Unknown model.");
            }
        };
    }

    private static PassThroughGateway turning400(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message refused(Message response, JsonNode body) {
                return response.status() == 400 ? error(500, "The vendor failed.") : super.refused(response, body);
            }
        };
    }

    private static PassThroughGateway droppingRetryAfter(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message refused(Message response, JsonNode body) {
                return super.refused(Message.response(response.status(), response.body()), body);
            }
        };
    }

    private static PassThroughGateway repeating(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message send(Message request) throws IOException {
                try {
                    return super.send(request);
                } catch (IOException e) {
                    return super.send(request);
                }
            }
        };
    }

    private static PassThroughGateway twice(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message send(Message request) throws IOException {
                super.send(request);
                return super.send(request);
            }
        };
    }

    private static PassThroughGateway text(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message minted(Message response, JsonNode body) {
                return Message.response(200, ExactJson.write(body))
                        .with("content-type", "text/plain")
                        .with("cache-control", "no-store");
            }
        };
    }

    private static PassThroughGateway cacheable(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message minted(Message response, JsonNode body) {
                return Message.response(200, ExactJson.write(body)).with("content-type", "application/json");
            }
        };
    }

    private static PassThroughGateway textErrors(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message error(int status, String message) {
                return Message.response(status, message).with("content-type", "text/plain");
            }
        };
    }

    private static PassThroughGateway passingHtml(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            Message returned(Message response) {
                boolean html = response.header("content-type")
                        .filter("text/html"::equals)
                        .isPresent();
                return html ? response : super.returned(response);
            }
        };
    }

    private static PassThroughGateway apiVersion(URI vendor) {
        return new PassThroughGateway(vendor) {
            @Override
            String vendorPath(Message request) {
                return PATH + "?api-version=2024-10-21";
            }
        };
    }
}
