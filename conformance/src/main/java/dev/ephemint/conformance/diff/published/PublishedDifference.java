package dev.ephemint.conformance.diff.published;

import dev.ephemint.conformance.MintOperation;
import dev.ephemint.conformance.TargetDialect;
import dev.ephemint.conformance.diff.change.Side;
import java.util.Map;

/**
 * One difference between a published document and the contract.
 *
 * @param member path of the member, such as {@code session.tools[].name}
 * @param fact what is compared: {@code member}, {@code types}, {@code values} or a keyword
 * @param published what the published document says; empty if nothing
 * @param contract what the contract says
 * @param meanings what it means for each dialect of the operation
 */
public record PublishedDifference(
        Kind kind,
        MintOperation operation,
        Side side,
        String member,
        String fact,
        String published,
        String contract,
        Map<TargetDialect, String> meanings) {
    public PublishedDifference {
        meanings = Map.copyOf(meanings);
    }

    /** Which of the two documents has it. */
    public enum Kind {
        /** Only the published document has it. */
        NEW,
        /** Only the contract has it. */
        GONE,
        DIFFERENT
    }
}
