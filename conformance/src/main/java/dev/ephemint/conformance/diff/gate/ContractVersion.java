package dev.ephemint.conformance.diff.gate;

import dev.ephemint.conformance.diff.change.ChangeClass;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the contract: {@code MAJOR.MINOR.PATCH}. */
public record ContractVersion(int major, int minor, int patch) implements Comparable<ContractVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})");

    public static ContractVersion of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("info.version: must have the form 1.2.3");
        }
        return new ContractVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    @Override
    public int compareTo(ContractVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = Integer.compare(minor, other.minor);
        return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    /** The lowest version that changes of this class may have, after this one. Before 1.0.0 the minor number is the major. */
    ContractVersion next(ChangeClass worst) {
        boolean stable = major > 0;
        return switch (worst) {
            case BREAKING -> stable ? new ContractVersion(major + 1, 0, 0) : new ContractVersion(0, minor + 1, 0);
            case REGENERATION, COMPATIBLE ->
                stable ? new ContractVersion(major, minor + 1, 0) : new ContractVersion(0, minor, patch + 1);
            case DOCUMENT -> new ContractVersion(major, minor, patch + 1);
        };
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
