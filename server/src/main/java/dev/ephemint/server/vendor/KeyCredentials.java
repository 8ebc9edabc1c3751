package dev.ephemint.server.vendor;

import dev.ephemint.server.credential.ApiKey;
import dev.ephemint.server.credential.Credential;
import dev.ephemint.server.credential.KeyFile;
import dev.ephemint.server.mint.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Credentials by key. A key from a file is read again when the file changes. */
final class KeyCredentials {

    private KeyCredentials() {}

    static Credential of(Secret key, Optional<Path> file, Consumer<Secret> onKey, Function<Secret, ApiKey> form) {
        Function<Secret, ApiKey> reported = used -> {
            onKey.accept(used);
            return form.apply(used);
        };
        return file.<Credential>map(path -> new KeyFile(path, key, reported)).orElseGet(() -> form.apply(key));
    }
}
