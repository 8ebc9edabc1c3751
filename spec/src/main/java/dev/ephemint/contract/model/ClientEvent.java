package dev.ephemint.contract.model;

import jakarta.annotation.Nullable;

/** What a client sends on the socket, of a kind told by its {@code type}. */
public interface ClientEvent {

    @Nullable
    String getType();

    @Nullable
    String getEventId();
}
