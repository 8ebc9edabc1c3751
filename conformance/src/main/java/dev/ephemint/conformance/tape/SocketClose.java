package dev.ephemint.conformance.tape;

/** How the vendor closed the socket. */
public record SocketClose(int code, String reason) {}
