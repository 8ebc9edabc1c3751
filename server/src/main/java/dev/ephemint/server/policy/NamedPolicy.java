package dev.ephemint.server.policy;

/** A policy by the name that operators see. */
public record NamedPolicy(String name, Policy policy) {}
