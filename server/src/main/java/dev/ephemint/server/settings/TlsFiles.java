package dev.ephemint.server.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Where the certificate of https is, its key, and the authorities of clients' certificates: PEM files. */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientAuthorities) {}
