package org.freihafen.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.freihafen.settings.Settings;
import org.freihafen.web.Entrance;
import org.freihafen.web.Language;
import org.freihafen.web.Problem;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What every write has to bring: a header that no foreign page can send, a body that is not too
 * large (CSV up to the limit of uploads, JSON far less, as it may come from anybody), and a token
 * that may write, if it comes with a token. No token makes or ends tokens.
 */
@Provider
@Singleton
public class Manners implements ContainerRequestFilter {
    public static final String HEADER = "X-Freihafen";

    /** Office Open XML (ECMA-376), as spreadsheet programs write it. */
    public static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern TOKENS = Pattern.compile("/?tokens(/.*)?");
    private static final MediaType CSV = new MediaType("text", "csv");
    private static final MediaType WORKBOOK_TYPE = MediaType.valueOf(WORKBOOK);
    private static final List<MediaType> TAKEN =
            List.of(MediaType.APPLICATION_JSON_TYPE, CSV, WORKBOOK_TYPE);
    private static final int KILOBYTE = 1 << 10;
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_JSON = 128 * KILOBYTE;

    private final HttpServletRequest request;
    private final Language language;
    private final long mostCsv;

    @Inject
    public Manners(HttpServletRequest request, Language language, Settings settings) {
        this.request = request;
        this.language = language;
        mostCsv = settings.uploadBytes();
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (READS.contains(context.getMethod())) {
            return;
        }
        Words words = language.of(request);
        if (context.getHeaderString(HEADER) == null) {
            stop(context, Problem.of(403, "header", words));
        } else if (request.getAttribute(Entrance.READ_ONLY) != null) {
            stop(
                    context,
                    Problem.of(403, "denied", words).saying(words.say("problem.denied.scope")));
        } else if (request.getAttribute(Entrance.BY_TOKEN) != null
                && TOKENS.matcher(context.getUriInfo().getPath()).matches()) {
            stop(
                    context,
                    Problem.of(403, "denied", words).saying(words.say("problem.denied.token")));
        } else if (context.hasEntity() && !taken(context.getMediaType())) {
            stop(context, Problem.of(415, "media", words));
        } else {
            boolean csv = isFile(context.getMediaType());
            long mostBytes = csv ? mostCsv : MOST_JSON;
            Problem tooLarge =
                    csv
                            ? Problem.of(413, "large", words, mostBytes / MEGABYTE, "MB")
                            : Problem.of(413, "large", words, mostBytes / KILOBYTE, "kB");
            if (context.getLength() > mostBytes) {
                stop(context, tooLarge);
            } else if (context.hasEntity()) {
                context.setEntityStream(
                        new Bounded(context.getEntityStream(), mostBytes, tooLarge));
            }
        }
    }

    /** Exactly that: a body of any type at all is none. */
    private static boolean isFile(@Nullable MediaType type) {
        return type != null && (same(CSV, type) || same(WORKBOOK_TYPE, type));
    }

    private static boolean same(MediaType one, MediaType other) {
        return one.getType().equalsIgnoreCase(other.getType())
                && one.getSubtype().equalsIgnoreCase(other.getSubtype());
    }

    private static boolean taken(MediaType type) {
        return type != null && TAKEN.stream().anyMatch(type::isCompatible);
    }

    private static void stop(ContainerRequestContext context, Problem problem) {
        context.abortWith(
                Response.status(problem.status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problem.json())
                        .build());
    }
}
