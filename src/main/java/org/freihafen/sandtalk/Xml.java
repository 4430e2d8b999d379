package org.freihafen.sandtalk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Request bodies in XML, read as a small tree. A document type is refused, nothing outside the body
 * is ever fetched, and size and depth have an end.
 */
public final class Xml {
    public static final String DAV = "DAV:";
    public static final String OWNCLOUD = "http://owncloud.org/ns";
    public static final String NEXTCLOUD = "http://nextcloud.org/ns";
    public static final String OCS = "http://open-collaboration-services.org/ns";

    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    public record Element(QName name, List<Element> inside, String text) {

        public Optional<Element> child(String namespace, String local) {
            QName wanted = new QName(namespace, local);
            return inside.stream().filter(child -> child.name().equals(wanted)).findFirst();
        }

        public List<QName> childNames() {
            return inside.stream().map(Element::name).toList();
        }
    }

    /** Empty when there is no body. */
    public static Optional<Element> read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(Form.LONGEST_BODY + 1);
        if (bytes.length > Form.LONGEST_BODY) {
            throw new Refusal(413, "Sabre\\DAV\\Exception", "The request is too long");
        }
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw Refusal.badRequest("A document type is not allowed");
                }
                reader.next();
            }
            return Optional.of(element(reader, 0));
        } catch (XMLStreamException e) {
            throw Refusal.badRequest("The request body is no XML that can be read");
        }
    }

    private static Element element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw Refusal.badRequest("The request body is nested too deeply");
        }
        QName name = reader.getName();
        List<Element> inside = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> inside.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(name, List.copyOf(inside), text.toString());
                }
                default -> {}
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> out.append("&amp;");
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '"' -> out.append("&quot;");
                        default -> {
                            boolean allowed =
                                    c >= 0x20
                                            && c != 0xfffe
                                            && c != 0xffff
                                            && (c < 0xd800 || c > 0xdfff);
                            if (allowed || c == '\t' || c == '\n' || c == '\r') {
                                out.appendCodePoint(c);
                            }
                        }
                    }
                });
        return out.toString();
    }

    /** Tag names for answers: the known prefixes, or one of its own with its declaration. */
    static String tag(QName name) {
        String prefix =
                switch (name.getNamespaceURI()) {
                    case DAV -> "d:";
                    case OWNCLOUD -> "oc:";
                    case NEXTCLOUD -> "nc:";
                    default -> "";
                };
        if (!prefix.isEmpty()) {
            return prefix + name.getLocalPart();
        }
        return name.getNamespaceURI().isEmpty()
                ? name.getLocalPart()
                : "x1:"
                        + name.getLocalPart()
                        + " xmlns:x1=\""
                        + escaped(name.getNamespaceURI())
                        + "\"";
    }

    static String whole(QName name, String inner) {
        String tag = tag(name);
        String end = tag.contains(" ") ? tag.substring(0, tag.indexOf(' ')) : tag;
        return "<" + tag + ">" + inner + "</" + end + ">";
    }

    static String hollow(QName name) {
        return "<" + tag(name) + "/>";
    }

    public static Map<QName, String> texts(Element prop) {
        Map<QName, String> texts = new LinkedHashMap<>();
        prop.inside().forEach(child -> texts.put(child.name(), child.text()));
        return texts;
    }
}
