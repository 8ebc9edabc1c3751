package dev.ephemint.contract.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.ephemint.contract.ModelReader;
import dev.ephemint.contract.ModelWriter;

/** The session in a {@link ClientSecret}; its {@code type} decides which kind. */
@JsonSerialize(using = ModelWriter.class)
@JsonDeserialize(using = ModelReader.class)
public interface Session {}
