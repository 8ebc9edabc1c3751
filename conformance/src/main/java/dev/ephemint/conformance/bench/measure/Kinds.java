package dev.ephemint.conformance.bench.measure;

import dev.ephemint.conformance.bench.gateway.Direct;
import dev.ephemint.conformance.bench.gateway.Target;
import dev.ephemint.conformance.bench.result.NewestJdk;
import java.util.Set;
import java.util.regex.Pattern;

/** Which targets a measure is for. */
final class Kinds {
    private static final Pattern SMALL = Pattern.compile("ephemint-\\d+-small");

    /** One that handles fewer than 200 mints a second on two cores cannot be measured at 200 and more. */
    private static final Set<String> SLOW = Set.of("litellm");

    private Kinds() {}

    /** Ephemint with a nested mint at OpenAI and the options for a busy replica, on any JDK. */
    static boolean isEphemint(Target target) {
        return NewestJdk.isPlain(target.id());
    }

    /** The same with the options for little load. */
    static boolean isSmall(Target target) {
        return SMALL.matcher(target.id()).matches();
    }

    /** Ephemint in any form. */
    static boolean isOwn(Target target) {
        return target.id().startsWith("ephemint-");
    }

    static boolean isDirect(Target target) {
        return target.id().equals(Direct.ID);
    }

    /** Direct, another gateway that is fast enough, or Ephemint with a nested mint at OpenAI. */
    static boolean isGateway(Target target) {
        return !SLOW.contains(target.id()) && (!isOwn(target) || isEphemint(target));
    }
}
