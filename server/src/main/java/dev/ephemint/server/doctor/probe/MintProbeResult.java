package dev.ephemint.server.doctor.probe;

import dev.ephemint.server.mint.MintedToken;
import java.util.List;
import java.util.Optional;

/**
 * What both mints came to.
 *
 * @param steps one or two
 * @param token the one to go on with; empty where going on makes no sense
 */
public record MintProbeResult(List<StepReport> steps, Optional<MintedToken> token) {}
