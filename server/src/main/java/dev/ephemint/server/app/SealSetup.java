package dev.ephemint.server.app;

import dev.ephemint.server.admission.Admission;
import dev.ephemint.server.caller.CallerCheck;
import dev.ephemint.server.policy.Policy;
import dev.ephemint.server.sealed.SealKeyFile;
import dev.ephemint.server.sealed.SealPolicy;
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

/** Puts sealed tokens together as they are configured; without keys nothing changes. */
record SealSetup(Settings settings, Clock clock) {

    /** Before every other policy. */
    Policy policy(Supplier<Admission> store) {
        SealedSettings sealed = settings.sealed();
        return sealer().<Policy>map(sealer ->
                        SealPolicy.of(sealer, store.get(), Set.copyOf(sealed.policies()), Set.copyOf(sealed.origins())))
                .orElse(Policy.none());
    }

    CallerCheck callers(CallerCheck others) {
        return sealer().<CallerCheck>map(sealer -> new SealedCallers(others, sealer))
                .orElse(others);
    }

    private Optional<TokenSealer> sealer() {
        return settings.sealed().keysFile().map(this::sealer);
    }

    private TokenSealer sealer(Path file) {
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
        return new TokenSealer(keys.orElseThrow(), settings.sealed().lifetime(), clock);
    }
}
