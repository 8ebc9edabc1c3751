package dev.ephemint.server.mint;

import java.util.regex.Pattern;

/** Recognizes the vendors' own hosts by name; a gateway or a compatible server has another. */
public final class VendorHosts {

    /** OpenAI's documentation, 2026: also regional hosts such as {@code eu.api.openai.com}. */
    private static final Pattern OPENAI = Pattern.compile("(?i)([\\w-]+\\.)?api\\.openai\\.com");

    /**
     * Microsoft's documentation of resource endpoints, 2026, with the sovereign clouds ({@code .us}, {@code .cn}). A
     * customer's own machine ({@code cloudapp.azure.com}) and API Management ({@code azure-api.net}) are not Azure
     * OpenAI.
     */
    private static final Pattern AZURE =
            Pattern.compile("(?i)[\\w.-]+\\.((openai|cognitiveservices|services\\.ai)\\.azure\\.(com|us|cn)"
                    + "|api\\.cognitive\\.(microsoft\\.com|microsoft\\.us|azure\\.cn))");

    private VendorHosts() {}

    public static boolean isOpenAi(String host) {
        return OPENAI.matcher(host).matches();
    }

    public static boolean isAzure(String host) {
        return AZURE.matcher(host).matches();
    }
}
