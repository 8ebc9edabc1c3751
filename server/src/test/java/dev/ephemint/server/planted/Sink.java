package dev.ephemint.server.planted;

/** Where the service writes. */
enum Sink {
    RESPONSE,
    LOG,
    TRACE,
    METRICS,
    AUDIT,
    DOCTOR
}
