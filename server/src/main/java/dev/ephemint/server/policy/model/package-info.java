/** What is known of models, and the policy that applies it: members that they refuse, and when they retire. */
@NullMarked
package dev.ephemint.server.policy.model;

import org.jspecify.annotations.NullMarked;
