package dev.ephemint.server.policy.caller;

/**
 * What is wrong with a value.
 *
 * @param code the vendors' code for it
 * @param sent what was sent, without any text of the caller's; empty if that says nothing
 */
record Breach(String code, String sent) {}
