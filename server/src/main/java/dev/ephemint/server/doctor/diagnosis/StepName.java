package dev.ephemint.server.doctor.diagnosis;

import java.util.Locale;

/** The steps, in order. */
public enum StepName {
    CONFIGURATION,
    NETWORK,
    CREDENTIAL,
    MODEL,
    MINT_BARE,
    MINT_FULL,
    SOCKET,
    SESSION_UPDATE,
    SPEECH;

    /** As it is written in reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
