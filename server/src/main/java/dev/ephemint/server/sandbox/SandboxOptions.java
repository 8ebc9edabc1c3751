package dev.ephemint.server.sandbox;

import dev.ephemint.server.sandbox.fault.SandboxFault;
import dev.ephemint.server.sandbox.wire.SandboxDialect;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which vendor to imitate, and how.
 *
 * @param dialect {@code openai}, {@code openai-beta}, {@code azure} or {@code azure-preview}
 * @param clock what tokens expire by
 * @param deployments model to deployment, beside one per model under its own name; Azure only
 * @param faults what is wrong; nothing by default
 */
public record SandboxOptions(String dialect, Clock clock, Map<String, String> deployments, Set<SandboxFault> faults) {

    public SandboxOptions {
        SandboxDialect.of(dialect);
        deployments = Map.copyOf(deployments);
        faults = Set.copyOf(faults);
    }

    public static SandboxOptions of(String dialect, Clock clock) {
        return new SandboxOptions(dialect, clock, Map.of(), Set.of());
    }

    public SandboxOptions withDeployments(Map<String, String> modelToDeployment) {
        return new SandboxOptions(dialect, clock, modelToDeployment, faults);
    }

    public SandboxOptions with(SandboxFault fault) {
        Set<SandboxFault> more = EnumSet.of(fault);
        more.addAll(faults);
        return new SandboxOptions(dialect, clock, deployments, more);
    }

    public SandboxOptions withKeysDisabled() {
        return with(SandboxFault.KEYS_DISABLED);
    }

    public SandboxOptions withRedirectingSocket() {
        return with(SandboxFault.SOCKET_REDIRECTS);
    }
}
