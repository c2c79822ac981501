package org.gatesmith.host.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the POMs use has a reason in docs/dependencies.md, and modules depend on each other only as the architecture says. */
final class BuildFilesTest {

    private static final Pattern REASON = Pattern.compile("(?m)^\\| `([\\w.-]+:[\\w.-]+)` \\| (.*) \\|$");

    private static final Map<String, List<String>> ALLOWED_EDGES = Map.of(
            "kernel-api", List.of(),
            "kernel-library", List.of("kernel-api"),
            "board-configs", List.of(),
            "hls-gen", List.of("kernel-api", "board-configs"),
            "vivado-scripts", List.of("board-configs"),
            "host-runtime", List.of("kernel-api", "kernel-library", "board-configs", "hls-gen", "vivado-scripts"));

    private final Repository repository = Repository.here();

    @Test
    void everyDependencyAndPluginHasItsReasonAndNothingElseHas() throws Exception {
        SortedSet<String> used = new TreeSet<>();
        for (Document pom : poms()) {
            used.addAll(coordinates(pom, "dependency"));
            used.addAll(coordinates(pom, "plugin"));
            used.addAll(coordinates(pom, "path"));
        }
        used.removeIf(coordinates -> coordinates.startsWith("org.gatesmith:"));

        assertThat(reasons().keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyReasonIsALine() throws IOException {
        assertThat(reasons())
                .allSatisfy((coordinates, reason) ->
                        assertThat(reason).as(coordinates).matches(".{20,}"));
    }

    @Test
    void modulesDependOnEachOtherOnlyAsTheArchitectureSays() throws Exception {
        for (Document pom : poms().subList(1, poms().size())) {
            String module = text(pom.getDocumentElement(), "artifactId");
            SortedSet<String> seen = new TreeSet<>(coordinates(pom, "dependency"));
            seen.removeIf(coordinates -> !coordinates.startsWith("org.gatesmith:"));

            assertThat(seen)
                    .as("modules that %s depends on", module)
                    .isSubsetOf(ALLOWED_EDGES.get(module).stream()
                            .map(name -> "org.gatesmith:" + name)
                            .toList());
        }
    }

    private Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new HashMap<>();
        for (MatchResult row : REASON.matcher(repository.read("docs/dependencies.md"))
                .results()
                .toList()) {
            assertThat(reasons.put(row.group(1), row.group(2)))
                    .as("earlier row of %s", row.group(1))
                    .isNull();
        }
        return reasons;
    }

    /** The parent POM, then those of its modules. */
    private List<Document> poms() throws IOException, SAXException, ParserConfigurationException {
        Document parent = parse("pom.xml");
        List<Document> poms = new ArrayList<>(List.of(parent));
        for (Element module : elements(parent, "module")) {
            poms.add(parse(module.getTextContent() + "/pom.xml"));
        }
        return poms;
    }

    private Document parse(String path) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(repository.root().resolve(path).toFile());
    }

    private static List<String> coordinates(Document pom, String kind) {
        return elements(pom, kind).stream()
                .map(element -> text(element, "groupId") + ":" + text(element, "artifactId"))
                .toList();
    }

    private static List<Element> elements(Document pom, String name) {
        List<Element> elements = new ArrayList<>();
        var nodes = pom.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The text of the child with this name; a plugin without a group is one of Maven's own. */
    private static String text(Element element, String name) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "org.apache.maven.plugins";
    }
}
