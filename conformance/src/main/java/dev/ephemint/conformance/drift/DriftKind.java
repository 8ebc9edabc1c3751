package dev.ephemint.conformance.drift;

import java.util.Locale;

/** What a difference is. */
public enum DriftKind {
    STATUS_CHANGED,
    HEADER_GONE,
    HEADER_NEW,
    HEADER_CHANGED,
    MEMBER_GONE,
    MEMBER_NEW,
    TYPE_CHANGED,
    NULL_TO_ABSENT,
    ABSENT_TO_NULL,
    NULL_TO_VALUE,
    VALUE_TO_NULL,
    VALUE_CHANGED,
    /** A text that the contract does not list, at a member for which it lists some. */
    VALUE_UNLISTED,
    /** The form of an id, a token or a time: prefix, length class, unit. */
    FORM_CHANGED,
    ITEM_GONE,
    ITEM_NEW,
    EXCHANGE_GONE,
    EXCHANGE_NEW;

    static DriftKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
