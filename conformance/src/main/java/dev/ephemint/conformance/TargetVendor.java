package dev.ephemint.conformance;

/** The vendors whose dialects are tested. */
public enum TargetVendor {
    OPENAI("openai.api-key"),
    AZURE("azure.api-key");

    private final String keySetting;

    TargetVendor(String keySetting) {
        this.keySetting = keySetting;
    }

    /** The facade's setting that holds this vendor's key. */
    public String keySetting() {
        return keySetting;
    }
}
