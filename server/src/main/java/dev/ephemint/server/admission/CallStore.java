package dev.ephemint.server.admission;

import dev.ephemint.server.mint.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Remembers which caller's sealed token opened which call, and where, for as long as the call can last. */
public interface CallStore {

    /**
     * The longest session that a vendor documents, 60 minutes, and a margin. Sources: OpenAI, guide "Realtime conversations": "The
     * maximum duration of a Realtime session is 60 minutes"; Azure's guide says 30.
     */
    Duration KEPT = Duration.ofMinutes(65);

    /** Calls of a caller that are remembered at once; after that, the oldest is forgotten. */
    int MOST = 10_000;

    /**
     * Remembers a call.
     *
     * @param audit the fields of its audit record, for a store that keeps them
     * @throws StoreAwayException if it may not have been remembered
     */
    void keep(OpenedCall call, Supplier<Map<String, String>> audit, Deadline deadline);

    /**
     * The upstream at which a caller's sealed token opened this call; empty if that is not known.
     *
     * @throws StoreAwayException if there is no response in time
     */
    Optional<String> upstream(String caller, String id, Deadline deadline);

    /**
     * Records what became of a call, if the store keeps records.
     *
     * @throws StoreAwayException if the record may be lost
     */
    void record(String caller, Supplier<Map<String, String>> audit, Deadline deadline);

    /**
     * A call that is open; nothing of it is secret.
     *
     * @param caller whose sealed token opened it
     * @param id the vendor's
     * @param upstream the name of the upstream
     */
    record OpenedCall(String caller, String id, String upstream) {}
}
