package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.assertj.core.api.SoftAssertions;
import org.freihafen.web.OnTheServer;
import org.junit.jupiter.api.Test;

import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The description at {@code /openapi} says of every path what it takes and answers. */
class DescribedIT extends OnTheServer {
    private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/([\\w.]+)");

    @Test
    void every_path_is_described_with_what_it_takes_and_answers() throws Exception {
        JsonObject paths = description().getJsonObject("paths");
        SoftAssertions softly = new SoftAssertions();
        for (PathTable.Row row : PathTable.rows()) {
            JsonObject operation =
                    paths.getJsonObject("/api" + row.template())
                            .getJsonObject(row.method().toLowerCase(Locale.ROOT));
            String name = row.method() + " " + row.template();
            JsonObject responses = operation.getJsonObject("responses");
            String good =
                    responses.keySet().stream()
                            .filter(status -> status.startsWith("2"))
                            .findFirst()
                            .orElse("");
            softly.assertThat(good).as(name).isNotEmpty();
            softly.assertThat(
                            good.equals("204")
                                    || String.valueOf(responses.get(good)).contains("$ref")
                                    || String.valueOf(responses.get(good)).contains("text/csv"))
                    .as("%s says what it answers", name)
                    .isTrue();
            softly.assertThat(responses.getJsonObject("default").toString())
                    .as(name)
                    .contains("application/problem+json");
            softly.assertThat(String.valueOf(operation.get("parameters")).contains("X-Freihafen"))
                    .as("%s needs the header", name)
                    .isEqualTo(!row.reads());
            softly.assertThat(operation.containsKey("security"))
                    .as("%s needs somebody signed in", name)
                    .isEqualTo(row.about() != PathTable.About.ANYBODY);
        }
        softly.assertAll();
    }

    @Test
    void every_shape_that_is_named_is_there_and_no_two_share_a_name() throws Exception {
        JsonObject description = description();
        Set<String> shapes =
                description.getJsonObject("components").getJsonObject("schemas").keySet();
        Set<String> named =
                REFERENCE
                        .matcher(description.toString())
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isSubsetOf(shapes);
        assertThat(shapes).contains("Units.ToChange", "Grants.ToChange", "People.ToChange");
    }

    private JsonObject description() throws Exception {
        return Json.createReader(new StringReader(get("openapi?format=JSON").body())).readObject();
    }
}
