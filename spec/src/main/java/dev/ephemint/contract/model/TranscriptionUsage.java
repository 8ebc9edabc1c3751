package dev.ephemint.contract.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.ephemint.contract.ModelReader;
import dev.ephemint.contract.ModelWriter;

/** Usage of a transcription; its {@code type} decides the unit. */
@JsonSerialize(using = ModelWriter.class)
@JsonDeserialize(using = ModelReader.class)
public interface TranscriptionUsage {}
