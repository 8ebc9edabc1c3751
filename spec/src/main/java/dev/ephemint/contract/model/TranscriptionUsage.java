package dev.ephemint.contract.model;

/** What a transcript cost, of a kind told by its {@code type}. */
public interface TranscriptionUsage {}
