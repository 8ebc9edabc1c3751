package dev.ephemint.server.sandbox;

import dev.ephemint.server.mint.Secret;
import dev.ephemint.server.mint.VendorName;
import dev.ephemint.server.sandbox.azure.AzureAccess;
import dev.ephemint.server.sandbox.azure.AzureCredentials;
import dev.ephemint.server.sandbox.azure.AzureEndpoints;
import dev.ephemint.server.sandbox.azure.EntraTokens;
import dev.ephemint.server.sandbox.azure.SandboxDeployments;
import dev.ephemint.server.sandbox.fault.FaultChain;
import dev.ephemint.server.sandbox.fault.FaultContext;
import dev.ephemint.server.sandbox.openai.OpenAiEndpoints;
import dev.ephemint.server.sandbox.socket.VendorEndpoints;
import dev.ephemint.server.sandbox.wire.SandboxDialect;
import dev.ephemint.server.sandbox.wire.TokenRegistry;
import java.time.Clock;
import java.util.Map;

/**
 * The imitated vendor of one sandbox, the credentials that it accepts and the tokens that it issues.
 *
 * @param key an OpenAI key or an Azure resource's key
 * @param entra what stands for tokens of Entra; Azure only
 */
record SandboxVendors(VendorEndpoints endpoints, Secret key, EntraTokens entra, TokenRegistry tokens) {

    private static final int TOKENS = 10_000;

    static SandboxVendors of(SandboxOptions options) {
        SandboxDialect dialect = SandboxDialect.of(options.dialect());
        FaultChain faults = new FaultChain(options.faults());
        Clock clock = faults.clock(options.clock());
        TokenRegistry tokens = new TokenRegistry(clock, TOKENS);
        Secret key = new Secret((dialect.vendor() == VendorName.AZURE ? "" : "sk-local-") + tokens.hex(24));
        FaultContext context = new FaultContext(dialect, clock, key, EntraTokens.issuedBy(tokens), tokens);
        VendorEndpoints vendor = vendor(context, faults, deployments(options.deployments()));
        return new SandboxVendors(faults.endpoints(vendor, context), key, context.entra(), tokens);
    }

    private static VendorEndpoints vendor(FaultContext context, FaultChain faults, SandboxDeployments deployments) {
        Secret key = context.key();
        OpenAiEndpoints openAi = new OpenAiEndpoints(key, context.tokens(), shared -> faults.sockets(shared, context));
        AzureAccess access =
                faults.access(new AzureCredentials(key, context.entra().current()), context);
        AzureEndpoints azure =
                new AzureEndpoints(access, deployments, context.tokens(), shared -> faults.sockets(shared, context));
        return switch (context.dialect()) {
            case OPENAI -> openAi.ga();
            case OPENAI_BETA -> openAi.beta();
            case AZURE -> azure.ga();
            case AZURE_PREVIEW -> azure.preview();
        };
    }

    private static SandboxDeployments deployments(Map<String, String> modelToName) {
        SandboxDeployments deployments = SandboxDeployments.OF_ALL_MODELS;
        for (Map.Entry<String, String> deployment : modelToName.entrySet()) {
            deployments = deployments.with(deployment.getKey(), deployment.getValue());
        }
        return deployments;
    }
}
