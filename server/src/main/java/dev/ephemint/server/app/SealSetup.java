package dev.ephemint.server.app;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.sealed.SealKeyFile;
import dev.ephemint.server.sealed.SealPolicy;
import dev.ephemint.server.sealed.SealWatch;
import dev.ephemint.server.sealed.SealedCallers;
import dev.ephemint.server.sealed.TokenSealer;
import dev.ephemint.server.settings.BadSettingsException;
import dev.ephemint.server.settings.SealedSettings;
import dev.ephemint.server.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts sealed tokens together as they are configured; without keys nothing changes.
 *
 * @param sealer makes and opens sealed tokens, for the mint and for the check of callers
 */
record SealSetup(SealedSettings settings, Optional<TokenSealer> sealer) {

    static SealSetup of(Settings settings, Clock clock, SealWatch watch) {
        return new SealSetup(
                settings.sealed(), settings.sealed().keysFile().map(file -> sealer(file, settings, clock, watch)));
    }

    /** Before every other policy. */
    Policy policy(Supplier<Admission> store) {
        return sealer.<Policy>map(one -> SealPolicy.of(
                        one, store.get(), Set.copyOf(settings.policies()), Set.copyOf(settings.origins())))
                .orElse(Policy.none());
    }

    CallerCheck callers(CallerCheck others) {
        return sealer.<CallerCheck>map(one -> new SealedCallers(others, one)).orElse(others);
    }

    private static TokenSealer sealer(Path file, Settings settings, Clock clock, SealWatch watch) {
        List<String> problems = new ArrayList<>();
        Optional<SealKeyFile> keys = SealKeyFile.read(file, System::nanoTime);
        if (keys.isEmpty()) {
            problems.add(
                    "sealed.keys-file: must be a file with a line for each key: a name, a space, and 32 bytes in Base64");
        }
        settings.sealed().policies().stream()
                .filter(policy -> !settings.sections().policies().has(policy))
                .forEach(policy -> problems.add("sealed.policies: policies has no " + policy));
        if (settings.admission().redisUrl().isEmpty() && settings.admission().replicas() > 1) {
            problems.add(
                    "sealed.keys-file: requires admission.redis-url with more than one replica, or a token could be"
                            + " exchanged at each");
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(problems);
        }
        return new TokenSealer(keys.orElseThrow(), settings.sealed().lifetime(), clock, watch);
    }
}
