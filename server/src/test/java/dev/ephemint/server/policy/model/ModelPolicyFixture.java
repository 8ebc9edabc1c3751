package dev.ephemint.server.policy.model;

import static dev.ephemint.server.Fixtures.request;

import dev.ephemint.server.Fixtures;
import dev.ephemint.server.mint.Connection.Addresses;
import dev.ephemint.server.mint.MintRequest;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.mint.MintedToken;
import dev.ephemint.server.mint.VendorName;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A model policy with a day, a vendor and rules of its own, and what it lets through. */
abstract class ModelPolicyFixture {

    static final MintedToken WITH_WEB_RTC = withWebRtc(Fixtures.token(1));

    final List<MintRequest> minted = new ArrayList<>();
    Optional<VendorName> vendor = Optional.of(VendorName.OPENAI);
    Map<String, String> deployments = Map.of();
    ModelRules rules = ModelRules.builtIn();

    MintedToken tokenOn(String day, String body) {
        Clock clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return new ModelPolicy(rules.at(vendor, deployments), clock, Period.ofDays(180))
                .around(request -> {
                    minted.add(request);
                    return WITH_WEB_RTC;
                })
                .mint(request(body));
    }

    private static MintedToken withWebRtc(MintedToken token) {
        Addresses addresses = new Addresses(
                token.connection().addresses().webSocket(),
                true,
                Optional.of(URI.create("https://vendor.example/v1/realtime/calls")));
        return token.withConnection(token.connection().withAddresses(addresses));
    }

    List<MintWarning> mintOn(String day, String body) {
        var unused = tokenOn(day, body);
        return minted.get(0).warnings();
    }

    List<MintWarning> mint(String body) {
        return mintOn("2026-01-01", body);
    }

    void at(String name) {
        vendor = Stream.of(VendorName.values())
                .filter(any -> any.toString().equals(name))
                .findFirst();
    }

    void atAzure(String... modelAndDeployment) {
        vendor = Optional.of(VendorName.AZURE);
        deployments = modelAndDeployment.length == 0 ? Map.of() : Map.of(modelAndDeployment[0], modelAndDeployment[1]);
    }

    static String transcribing(String model, String more) {
        return "{'session':{'type':'transcription','audio':{'input':{'transcription':{'model':'" + model + "'" + more
                + "}}}}";
    }
}
