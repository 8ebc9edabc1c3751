package dev.ephemint.server.mint;

import java.util.Locale;
import java.util.regex.Pattern;

/** The vendors, and the hosts that are their own. A gateway or a compatible server has a host of its own. */
public enum VendorName {

    /** OpenAI's documentation, 2026: also regional hosts such as {@code eu.api.openai.com}. */
    OPENAI("(?i)([\\w-]+\\.)?api\\.openai\\.com"),

    /**
     * Microsoft's documentation of resource endpoints, 2026, with the sovereign clouds ({@code .us}, {@code .cn}). A
     * customer's own machine ({@code cloudapp.azure.com}) and API Management ({@code azure-api.net}) are not Azure
     * OpenAI.
     */
    AZURE("(?i)[\\w.-]+\\.((openai|cognitiveservices|services\\.ai)\\.azure\\.(com|us|cn)"
            + "|api\\.cognitive\\.(microsoft\\.com|microsoft\\.us|azure\\.cn))");

    private final Pattern hosts;

    VendorName(String hosts) {
        this.hosts = Pattern.compile(hosts);
    }

    public boolean ownsHost(String host) {
        return hosts.matcher(host).matches();
    }

    /** As model rules spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
