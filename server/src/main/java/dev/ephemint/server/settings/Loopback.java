package dev.ephemint.server.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognizes names and addresses of this machine's loopback by their spelling: no name is looked up. */
public final class Loopback {

    private static final Pattern NAME =
            Pattern.compile("localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[?(::1|(0{1,4}:){7}0{0,3}1)]?");

    private Loopback() {}

    public static boolean isLoopback(String host) {
        return NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
