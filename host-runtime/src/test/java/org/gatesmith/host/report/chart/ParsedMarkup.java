package org.gatesmith.host.report.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Markup as a tree, for tests. */
public record ParsedMarkup(Document document) {

    /**
     * Parses a whole XML document.
     *
     * @throws AssertionError if it is not well-formed
     */
    public static ParsedMarkup of(String xml) {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return new ParsedMarkup(parser.parse(new InputSource(new StringReader(xml))));
        } catch (SAXParseException e) {
            throw new AssertionError("not well-formed in line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static ParsedMarkup of(Markup markup) {
        return of(markup.text());
    }

    /** Every element of that name, in document order. */
    public List<Element> named(String name) {
        return elements(document.getElementsByTagName(name));
    }

    /** Every element of that name that is in an element of that class. */
    List<Element> named(String name, String styleClass) {
        return named(name).stream()
                .filter(element -> classes(element).contains(styleClass)
                        || classes((Element) element.getParentNode()).contains(styleClass))
                .toList();
    }

    /** The elements in an element. */
    public static List<Element> children(Element element) {
        return elements(element.getChildNodes());
    }

    static List<String> classes(Element element) {
        return List.of(element.getAttribute("class").split(" "));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** An attribute that is a number, with or without a per cent sign. */
    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute).replace("%", ""));
    }
}
