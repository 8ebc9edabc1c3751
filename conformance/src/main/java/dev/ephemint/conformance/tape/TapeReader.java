package dev.ephemint.conformance.tape;

import java.util.List;

/** Reads the tape of one mint and refuses it if it contradicts itself. */
final class TapeReader {
    private static final List<String> PARTS = List.of("/request/body", "/response/headers", "/response/body");

    private TapeReader() {}

    static Tape read(String name, String text) {
        TapeTree tree = TapeTree.of(name, text);
        Provenance provenance = tree.provenance(PARTS);
        TapedRequest request =
                new TapedRequest(tree.text("/request/method"), tree.text("/request/path"), tree.at("/request/body"));
        Tape tape = new Tape(name, provenance, request, tree.response());
        tree.require("/operation", tape.operation().name());
        return tape;
    }
}
