package dev.ephemint.conformance.scoreboard;

/** The sentences of the scoreboard. */
final class BoardText {
    static final String TITLE = "Scoreboard";
    static final String INTRODUCTION =
            "The kit in front of gateways, and on both sides of them. A check that the gateway's profile"
                    + " excludes is not applicable: a gateway is measured by what it declares. Each run is of one version on one day, with the"
                    + " vendor played by the kit; it says nothing about other versions, and nothing about a service that the maker hosts.";
    static final String COUNTS = "The checks of the matrix are not counted: one for each member of the contract, they"
            + " would outnumber all others. How a gateway treats members is the family members.";
    static final String FAMILIES =
            "Checks that passed, of those that apply, by family of requirements; the run on both sides if there"
                    + " is one. A dash: none applies.";
    static final String NOT_MEASURED = "Not measured";

    private BoardText() {}
}
