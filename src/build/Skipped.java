import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Fails when this build skipped a test, for whatever reason. The arguments are the time at which
 * the build began and the directories that hold test reports; older reports are none of ours.
 */
void main(String[] arguments) throws IOException, XMLStreamException {
    var begun =
            LocalDateTime.parse(arguments[0], DateTimeFormatter.ofPattern("yyyyMMddHHmmss"))
                    .toInstant(ZoneOffset.UTC);
    var skipped = new ArrayList<String>();
    for (var directory : List.of(arguments).subList(1, arguments.length)) {
        for (var report : reports(Path.of(directory), begun)) {
            try (var in = Files.newInputStream(report)) {
                skipped.addAll(skippedIn(in));
            }
        }
    }
    if (!skipped.isEmpty()) {
        skipped.forEach(test -> System.err.println("skipped: " + test));
        System.err.println("With -Dservers=required every test has to run.");
        System.exit(1);
    }
}

private List<Path> reports(Path directory, Instant begun) throws IOException {
    if (!Files.isDirectory(directory)) {
        return List.of();
    }
    var reports = new ArrayList<Path>();
    try (var all = Files.newDirectoryStream(directory, "TEST-*.xml")) {
        for (var report : all) {
            if (!Files.getLastModifiedTime(report).toInstant().isBefore(begun)) {
                reports.add(report);
            }
        }
    }
    return reports;
}

private List<String> skippedIn(InputStream report) throws XMLStreamException {
    var skipped = new ArrayList<String>();
    var test = "";
    var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(report);
    while (xml.hasNext()) {
        if (xml.next() != XMLStreamReader.START_ELEMENT) {
            continue;
        }
        if (xml.getLocalName().equals("testcase")) {
            test =
                    xml.getAttributeValue(null, "classname")
                            + "."
                            + xml.getAttributeValue(null, "name");
        } else if (xml.getLocalName().equals("skipped")) {
            skipped.add(test);
        }
    }
    return skipped;
}
