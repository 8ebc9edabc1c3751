package dev.ephemint.contract.model;

/** Usage of an unknown or missing type, with all its members. */
public final class UnknownUsage extends UnknownMembers implements TranscriptionUsage {}
