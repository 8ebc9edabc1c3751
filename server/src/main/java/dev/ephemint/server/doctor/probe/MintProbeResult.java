package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.mint.MintedToken;
import java.util.List;
import java.util.Optional;

/**
 * The result of both mints.
 *
 * @param steps one or two
 * @param token the token for the next steps; empty if they make no sense
 */
public record MintProbeResult(List<StepReport> steps, Optional<MintedToken> token) {}
