package dev.ephemint.conformance.bench.report;

/** The part of a document between {@code <!-- NAME -->} and {@code <!-- /NAME -->}, which a program writes. */
public final class MarkedSection {
    private final String begin;
    private final String end;

    public MarkedSection(String name) {
        this.begin = "<!-- " + name + " -->";
        this.end = "<!-- /" + name + " -->";
    }

    /** @throws IllegalArgumentException if the document lacks a marker */
    public String replaceIn(String document, String text) {
        int from = document.indexOf(begin);
        int to = document.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("missing " + begin + " or " + end);
        }
        return document.substring(0, from + begin.length()) + text + document.substring(to);
    }
}
