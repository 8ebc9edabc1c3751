package dev.ephemint.server.admission.redis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.server.admission.CallStore;
import dev.ephemint.server.mint.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls that all replicas share; each step is one script. */
final class RedisCalls implements CallStore {

    private final Scripts scripts;
    private final Script script;
    private final ClaimJson json;

    RedisCalls(Scripts scripts, Script script, ClaimJson json) {
        this.scripts = scripts;
        this.script = script;
        this.json = json;
    }

    @Override
    public void keep(OpenedCall call, Supplier<Map<String, String>> audit, Deadline deadline) {
        ObjectNode asked = ClaimJson.node();
        asked.putObject("keep")
                .put("id", call.id())
                .put("upstream", call.upstream())
                .put("kept", KEPT.toMillis())
                .put("most", MOST);
        run(call.caller(), json.with(asked, audit), deadline);
    }

    @Override
    public Optional<String> upstream(String caller, String id, Deadline deadline) {
        String found = run(caller, ClaimJson.node().put("find", id).toString(), deadline);
        return Optional.of(found).filter(name -> !name.isEmpty());
    }

    @Override
    public void record(String caller, Supplier<Map<String, String>> audit, Deadline deadline) {
        if (json.auditLength().isPresent()) {
            run(caller, json.with(ClaimJson.node(), audit), deadline);
        }
    }

    private String run(String caller, String argument, Deadline deadline) {
        List<?> reply = scripts.run(script, Keys.of(caller).ofCalls(), argument, deadline);
        return String.valueOf(reply.get(0));
    }
}
