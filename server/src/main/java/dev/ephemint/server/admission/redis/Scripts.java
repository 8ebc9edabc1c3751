package dev.ephemint.server.admission.redis;

import dev.ephemint.server.admission.StoreAwayException;
import dev.ephemint.server.mint.Deadline;
import java.util.List;

/** Runs scripts on a server. */
interface Scripts extends AutoCloseable {

    /**
     * Runs the script once at most.
     *
     * @throws StoreAwayException if there is no response in time; the script may have run
     */
    List<?> run(Script script, List<String> keys, String argument, Deadline deadline);

    @Override
    void close();
}
