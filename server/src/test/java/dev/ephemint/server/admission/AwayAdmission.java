package dev.ephemint.server.admission;

import dev.ephemint.server.mint.Deadline;

/** A store that never responds while it is away; otherwise it admits everything. */
final class AwayAdmission implements Admission {

    private boolean away = true;
    private int asked;

    void back() {
        away = false;
    }

    void away() {
        away = true;
    }

    int asked() {
        return asked;
    }

    @Override
    public Decision admit(Claim claim, Deadline deadline) {
        ask();
        return new Decision.Admitted(Decision.Mode.SHARED, java.util.List.of());
    }

    @Override
    public void settle(Claim claim, Settlement settlement, Deadline deadline) {
        ask();
    }

    private void ask() {
        asked++;
        if (away) {
            throw new StoreAwayException("away");
        }
    }
}
