package dev.ephemint.contract.model;

/** A session of a type that this version of the contract does not know, or of none, with every member as it came. */
public final class UnknownSession extends UnknownMembers implements Session, SessionRequest {}
