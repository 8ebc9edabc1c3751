package dev.ephemint.contract;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Ignores the annotations that redirect other mappers to {@link ContractJson}, which would redirect to itself. */
final class OwnAnnotations extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object findSerializer(Annotated annotated) {
        Object writer = super.findSerializer(annotated);
        return ModelWriter.class.equals(writer) ? null : writer;
    }

    @Override
    public @Nullable Object findDeserializer(Annotated annotated) {
        Object reader = super.findDeserializer(annotated);
        return ModelReader.class.equals(reader) ? null : reader;
    }

    /** The models have no bundles. To look for them, the JDK makes a proxy class for each annotation of Jackson's annotations. */
    @Override
    public boolean isAnnotationBundle(Annotation annotation) {
        return false;
    }
}
