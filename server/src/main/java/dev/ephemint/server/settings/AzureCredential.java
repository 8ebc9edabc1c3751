package dev.ephemint.server.settings;

import java.util.Locale;

/** What authenticates us to Azure. */
public enum AzureCredential {
    API_KEY,
    ENTRA;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
