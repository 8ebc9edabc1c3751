package dev.ephemint.server.settings;

import dev.ephemint.server.mint.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where mints are recorded.
 *
 * @param file one line of JSON for each record
 * @param fsync whether each line is on the disk before its mint continues
 * @param stream whether the shared store keeps records as well
 * @param streamLength about how many it keeps of each caller
 * @param required whether a mint that cannot be recorded is refused
 * @param rejectedFile one line of JSON for each request that is rejected because of its caller
 * @param endUserKey key of the hashes that replace end users
 */
public record AuditSettings(
        Optional<Path> file,
        boolean fsync,
        boolean stream,
        @Min(100) @Max(10_000_000) int streamLength,
        boolean required,
        Optional<Path> rejectedFile,
        Optional<Secret> endUserKey) {}
