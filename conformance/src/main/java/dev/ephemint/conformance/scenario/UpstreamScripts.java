package dev.ephemint.conformance.scenario;

import dev.ephemint.conformance.http.Message;
import dev.ephemint.conformance.vendor.VendorReaction;
import java.util.ArrayList;
import java.util.List;

/** The vendor's side of a scenario as a vendor's reaction, and compared with what arrived. */
final class UpstreamScripts {
    private static final int OVERSIZE = 32 * 1024 * 1024;
    private static final Message NOTHING = Message.response(200, "");

    private UpstreamScripts() {}

    static VendorReaction reaction(UpstreamScript upstream) {
        List<Message> responses = upstream.responses().isEmpty() ? List.of(NOTHING) : upstream.responses();
        return VendorReaction.inOrder(
                responses.stream().map(response -> reaction(response, upstream)).toList());
    }

    private static VendorReaction reaction(Message response, UpstreamScript upstream) {
        return upstream.fault()
                .map(fault -> switch (fault) {
                    case REFUSE, RESET -> VendorReaction.reset();
                    case HANG -> VendorReaction.hang();
                    case STALL -> VendorReaction.stall(response);
                    case TRUNCATE -> VendorReaction.truncate(response);
                    case OVERSIZE -> VendorReaction.oversize(response, OVERSIZE);
                })
                .orElse(VendorReaction.response(response));
    }

    /** @param faults what was malformed in the requests that arrived */
    static List<String> differences(UpstreamScript upstream, List<Message> arrived, List<String> faults) {
        List<Message> expected = upstream.expected();
        List<String> differences = new ArrayList<>(prefixed("upstream: ", faults));
        if (arrived.size() != expected.size()) {
            differences.add("upstream: expected " + expected.size() + " requests, was " + arrived);
        }
        for (int i = 0; i < Math.min(arrived.size(), expected.size()); i++) {
            differences.addAll(prefixed("upstream: ", MessageDifferences.between(expected.get(i), arrived.get(i))));
        }
        return differences;
    }

    static List<String> prefixed(String prefix, List<String> lines) {
        return lines.stream().map(prefix::concat).toList();
    }
}
