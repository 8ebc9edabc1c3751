package dev.ephemint.conformance.gateway;

import dev.ephemint.conformance.http.HttpCaller;
import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.http.NoResponseException;
import dev.ephemint.conformance.profile.Profile;
import dev.ephemint.conformance.vendor.ScriptedVendor;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A gateway over HTTP. Keeps the last check's exchanges, a bounded number of them. For one thread. */
public final class HttpTarget implements Target {
    private static final int MOST_EXCHANGES = 20;
    private static final Message PROBE = Message.request("GET", "/", "");

    private final GatewayAddress address;
    private final Profile profile;
    private final Optional<ScriptedVendor> vendor;
    private final HttpCaller http;
    private final ExchangeRedactor redactor;
    private final List<Exchange> exchanges = new ArrayList<>();
    private int calls;
    private BooleanSupplier cancelled = () -> false;

    /** @param deadline for each call, from the connection to the last byte */
    public HttpTarget(GatewayAddress address, Profile profile, Optional<ScriptedVendor> vendor, Duration deadline) {
        this.address = address;
        this.profile = profile;
        this.vendor = vendor;
        this.http = new HttpCaller(deadline);
        this.redactor = new ExchangeRedactor(address.secrets());
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public Optional<ScriptedVendor> vendor() {
        return vendor;
    }

    public GatewayAddress address() {
        return address;
    }

    @Override
    public Message call(Message request) {
        return call(request, address.authorized(request), address.template(request));
    }

    @Override
    public Message callBare(Message request) {
        return call(request, request, request);
    }

    /** @param shown the request as reports show it */
    private Message call(Message request, Message sent, Message shown) {
        if (cancelled.getAsBoolean()) {
            throw new IllegalStateException("no call after an interruption");
        }
        int before = arrived().size();
        try {
            Message response = http.call(address.resolve(request), sent);
            keep(shown, Optional.of(response), Optional.empty(), before);
            return response;
        } catch (NoResponseException e) {
            keep(shown, Optional.empty(), Optional.of(String.valueOf(e.getMessage())), before);
            throw e;
        }
    }

    private void keep(Message shown, Optional<Message> response, Optional<String> failure, int before) {
        List<Message> arrived = arrived();
        List<Message> upstream = arrived.subList(Math.min(before, arrived.size()), arrived.size());
        upstream.forEach(redactor::learnFrom);
        response.ifPresent(redactor::learnTokens);
        calls++;
        if (exchanges.size() < MOST_EXCHANGES) {
            exchanges.add(new Exchange(shown, response, failure, upstream));
        }
    }

    private List<Message> arrived() {
        return vendor.map(ScriptedVendor::requests).orElse(List.of());
    }

    /** Makes no call once this is true: it throws instead. */
    public void stopIf(BooleanSupplier cancels) {
        cancelled = cancels;
    }

    /** Forgets the last check: its exchanges, and the script of the vendor. */
    public void begin() {
        exchanges.clear();
        redactor.forgetTokens();
        calls = 0;
        vendor.ifPresent(played -> played.script(VendorReaction.reset()));
    }

    /** Why no HTTP response comes at all; empty if one does, of any status. */
    public Optional<String> unreachable() {
        try {
            http.call(address.resolve(PROBE), address.authorized(PROBE));
            return Optional.empty();
        } catch (NoResponseException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Calls since {@link #begin}, also those that are not kept. */
    public int calls() {
        return calls;
    }

    /** Exchanges since {@link #begin}, unredacted: not for a report. */
    public List<Exchange> rawExchanges() {
        return List.copyOf(exchanges);
    }

    /** Exchanges since {@link #begin}, secrets replaced. */
    public List<Exchange> exchanges() {
        return exchanges.stream()
                .map(raw -> new Exchange(
                        redactor.sent(raw.request()),
                        raw.response().map(redactor::received),
                        raw.failure().map(redactor::text),
                        raw.upstream().stream().map(redactor::received).toList()))
                .toList();
    }

    /** The text with secrets replaced. */
    public String redacted(String text) {
        return redactor.text(text);
    }

    /** Without headers: they hold credentials. */
    @Override
    public String toString() {
        return "HttpTarget[" + address.base() + "]";
    }
}
