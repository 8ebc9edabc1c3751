package dev.ephemint.server.policy.caller.reader;

import java.util.List;

/** Everything that is wrong with the policies, each with its path. */
record PolicyProblems(String path, List<String> found) {

    PolicyProblems at(String name) {
        return new PolicyProblems(path + "." + name, found);
    }

    void add(String problem) {
        found.add(path + ": " + problem);
    }
}
