package dev.ephemint.server.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephemint.contract.Document;
import dev.ephemint.server.mint.MintWarning;
import dev.ephemint.server.schema.ContractSchema;
import dev.ephemint.server.schema.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares a vendor's response with the contract. By then the vendor has minted, so a member of another type costs the caller
 * no token: it is passed on unchanged, with a warning that names it.
 */
final class ContractDeviations {

    private static final String SCHEMA = "ClientSecret";
    private static final int MAX_NAMED = 5;
    private static final int MAX_PATH = 200;

    private ContractDeviations() {}

    /** Empty if the response, in the nested shape, conforms to the contract. */
    static Optional<MintWarning> warning(ObjectNode response) {
        List<String> members = ContractSchema.of(Document.CONTRACT).validate(SCHEMA, response).stream()
                .map(Violation::param)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return members.isEmpty() ? Optional.empty() : Optional.of(warning(members));
    }

    /** Only names of the contract's own members get here, so nothing in them is the vendor's text. */
    private static MintWarning warning(List<String> members) {
        List<String> named = members.stream()
                .limit(MAX_NAMED)
                .map(path -> "'" + path.substring(0, Math.min(path.length(), MAX_PATH)) + "'")
                .toList();
        String more = members.size() > MAX_NAMED ? " and " + (members.size() - MAX_NAMED) + " more" : "";
        return new MintWarning(
                "answer_off_contract",
                "The vendor's response violates the contract in " + String.join(", ", named) + more
                        + ". It was passed on unchanged.",
                null);
    }
}
