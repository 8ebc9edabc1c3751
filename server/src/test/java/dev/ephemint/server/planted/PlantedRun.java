package dev.ephemint.server.planted;

import dev.ephemint.contract.corpus.PlantedForms;
import dev.ephemint.server.dialect.UpstreamReply;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plants keys in responses of a vendor and looks for them in what the service writes. */
final class PlantedRun {

    /** A run of doctor takes several mints. */
    private static final int DOCTOR_EVERY = 20;

    private final List<Place> places = Place.all();
    private final Set<String> seen = new HashSet<>();
    private final List<String> leaks = new ArrayList<>();
    private final Set<Sink> leaking = EnumSet.noneOf(Sink.class);
    private final int step;
    private int cases;

    /** @param step between two forms of a key in one place */
    PlantedRun(int step) {
        this.step = step;
    }

    /** A few of the forms of the key in every place, so that all are in some. */
    void plant(WatchedService service, String key) {
        List<PlantedText> texts = PlantedText.of(key);
        int offset = 0;
        for (Place place : places) {
            for (int i = offset % step; i < texts.size(); i += step) {
                if (isPromised(place, key, texts.get(i))) {
                    plant(service, place, texts.get(i), key);
                }
            }
            offset++;
        }
        look(Sink.METRICS, service.metrics(), key, "the labels");
    }

    /** In a success, short words stay, or a key of words would break its members (see {@code Redactor.sparingWords}). */
    private static boolean isPromised(Place place, String key, PlantedText text) {
        return place.status() / 100 != 2 || !(isWords(key) || isWords(text.part()));
    }

    private static boolean isWords(String text) {
        return text.chars().noneMatch(c -> Character.isDigit(c) || Character.isUpperCase(c));
    }

    private void plant(WatchedService service, Place place, PlantedText text, String key) {
        cases++;
        String from = text + " in " + place.name();
        UpstreamReply reply = place.reply().apply(text.text());
        service.minting(reply, cases % 2 == 0).forEach((sink, written) -> look(sink, written, key, from));
        if (cases % DOCTOR_EVERY == 0) {
            look(Sink.DOCTOR, service.examining(reply), key, from);
        }
    }

    /** Most texts are alike, and need one look only. */
    private void look(Sink sink, String written, String key, String from) {
        if (seen.add(key + sink + written) && PlantedForms.reveals(written, key)) {
            leaking.add(sink);
            leaks.add(sink + ": " + from + "\n -> " + written);
        }
    }

    int cases() {
        return cases;
    }

    List<String> leaks() {
        return leaks;
    }

    Set<Sink> leaking() {
        return leaking;
    }
}
