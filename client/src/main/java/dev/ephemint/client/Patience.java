package dev.ephemint.client;

import java.time.Duration;

/** How long to wait for an answer, and before asking again. */
record Patience(Duration timeout, RetryRules rules, Timer timer) {}
