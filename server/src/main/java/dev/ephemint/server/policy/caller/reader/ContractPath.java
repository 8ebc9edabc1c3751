package dev.ephemint.server.policy.caller.reader;

import dev.ephemint.server.policy.caller.RulePath;
import java.util.List;
import java.util.Set;

/**
 * A member of a nested request, as the contract has it.
 *
 * @param sessions the session types that have it; empty if it is no member of a session
 * @param schemas JSON pointers to its schemas in the contract, one for each place that defines it
 * @param types the JSON types that it may have; empty if the contract leaves that open
 */
record ContractPath(RulePath path, Set<String> sessions, List<String> schemas, Set<String> types) {

    boolean mayBe(String... any) {
        return types.isEmpty() || List.of(any).stream().anyMatch(types::contains);
    }
}
