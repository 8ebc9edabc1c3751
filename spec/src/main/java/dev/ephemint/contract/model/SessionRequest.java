package dev.ephemint.contract.model;

/** The session in a {@link ClientSecretRequest}, of a kind told by its {@code type}. */
public interface SessionRequest {}
