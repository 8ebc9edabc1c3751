package dev.ephemint.contract.model;

/** A session of an unknown or missing type, with all its members. */
public final class UnknownSession extends UnknownMembers implements Session, SessionRequest {}
