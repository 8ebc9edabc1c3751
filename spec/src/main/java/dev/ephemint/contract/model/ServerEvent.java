package dev.ephemint.contract.model;

import jakarta.annotation.Nullable;

/** What the vendor sends on the socket, of a kind told by its {@code type}. */
public interface ServerEvent {

    @Nullable
    String getType();

    @Nullable
    String getEventId();
}
