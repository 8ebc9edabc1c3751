package dev.ephemint.contract.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.ephemint.contract.ModelReader;
import dev.ephemint.contract.ModelWriter;
import jakarta.annotation.Nullable;

/** A client event; its {@code type} decides which one. */
@JsonSerialize(using = ModelWriter.class)
@JsonDeserialize(using = ModelReader.class)
public interface ClientEvent {

    @Nullable
    String getType();

    @Nullable
    String getEventId();
}
