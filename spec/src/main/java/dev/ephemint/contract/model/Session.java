package dev.ephemint.contract.model;

/** The session in a {@link ClientSecret}, of a kind told by its {@code type}. */
public interface Session {}
