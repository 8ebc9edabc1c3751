package dev.ephemint.conformance.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements and text; each text is escaped, and shows what XML cannot hold as an escape. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    Xml() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What fills an element. */
    interface Content {
        void write();
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    /** @param attributes names and values in turn */
    Xml element(String name, Content content, String... attributes) {
        return step(() -> {
            start(name, attributes);
            content.write();
            out.writeEndElement();
        });
    }

    Xml element(String name, String content, String... attributes) {
        return element(name, () -> text(content), attributes);
    }

    /** An element that cannot have content. */
    Xml empty(String name, String... attributes) {
        return step(() -> {
            out.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    Xml text(String content) {
        return step(() -> out.writeCharacters(Visible.text(content)));
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], Visible.text(attributes[i + 1]));
        }
    }

    private Xml step(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        step(out::flush);
        return text.toString();
    }
}
