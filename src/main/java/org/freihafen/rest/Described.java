package org.freihafen.rest;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.freihafen.web.Problem;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Completes the description of the REST interface from the resources themselves: what each path
 * takes and answers, the headers that changes need, how one signs in, and what a problem looks like
 * (RFC 9457).
 */
public class Described implements OASFilter {
    private static final Map<HttpMethod, Class<? extends Annotation>> METHODS =
            Map.of(
                    HttpMethod.GET, GET.class,
                    HttpMethod.POST, POST.class,
                    HttpMethod.PUT, PUT.class,
                    HttpMethod.PATCH, PATCH.class,
                    HttpMethod.DELETE, DELETE.class);
    private static final Set<String> OPEN =
            Set.of(
                    "/api/session",
                    "/api/setup",
                    "/api/password-links/redemption",
                    "/api/notice",
                    "/api/activations",
                    "/api/addresses/confirmation",
                    "/api/forgotten-passwords");

    private final JsonShapes shapes = new JsonShapes();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        for (Bean<?> bean :
                CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path above = bean.getBeanClass().getAnnotation(Path.class);
            if (above != null) {
                describe(api, bean.getBeanClass(), "/api" + above.value());
            }
        }
        api.getComponents().setSchemas(shapes.named());
        api.getComponents()
                .addSecurityScheme("token", token())
                .addSecurityScheme("session", session());
    }

    private void describe(OpenAPI api, Class<?> resource, String above) {
        for (Method method : resource.getDeclaredMethods()) {
            for (Map.Entry<HttpMethod, Class<? extends Annotation>> each : METHODS.entrySet()) {
                if (method.isAnnotationPresent(each.getValue())) {
                    Path below = method.getAnnotation(Path.class);
                    String path = above + (below == null ? "" : below.value());
                    PathItem item = api.getPaths().getPathItem(path);
                    if (item == null || item.getOperations().get(each.getKey()) == null) {
                        throw new IllegalStateException(
                                "not described: " + each.getKey() + " " + path);
                    }
                    complete(item.getOperations().get(each.getKey()), each.getKey(), path, method);
                }
            }
        }
    }

    private void complete(Operation operation, HttpMethod verb, String path, Method method) {
        String resource = method.getDeclaringClass().getSimpleName().replace("Resource", "");
        operation.setOperationId(resource + "." + method.getName());
        if (verb != HttpMethod.GET) {
            operation.addParameter(
                    header(
                            "X-Freihafen",
                            true,
                            "Any value: keeps other sites' pages from acting for a browser."));
        }
        if (verb == HttpMethod.POST) {
            operation.addParameter(
                    header(
                            "Idempotency-Key",
                            false,
                            "Repeating a request with the same key within a day gives the first answer again."));
        }
        if (verb != HttpMethod.GET
                && Arrays.asList(method.getParameterTypes()).contains(Request.class)) {
            operation.addParameter(
                    header(
                            "If-Match",
                            false,
                            "The entity tag that was read; 412 if it has changed since."));
        }
        operation.setResponses(answers(method));
        takes(operation, method);
        if (!OPEN.contains(path)) {
            operation.setSecurity(
                    List.of(
                            OASFactory.createSecurityRequirement().addScheme("token"),
                            OASFactory.createSecurityRequirement().addScheme("session")));
        }
    }

    private void takes(Operation operation, Method method) {
        for (Class<?> taken : method.getParameterTypes()) {
            if (taken.isRecord()) {
                operation.setRequestBody(body(json(taken, MediaType.APPLICATION_JSON)));
            } else if (taken == InputStream.class) {
                operation.setRequestBody(body(json(String.class, "text/csv")));
            }
        }
    }

    private static RequestBody body(Content content) {
        return OASFactory.createRequestBody().required(true).content(content);
    }

    private APIResponses answers(Method method) {
        APIResponseSchema told = method.getAnnotation(APIResponseSchema.class);
        boolean empty =
                method.getReturnType() == void.class
                        || method.isAnnotationPresent(
                                org.eclipse.microprofile.openapi.annotations.responses.APIResponse
                                        .class);
        if (method.getReturnType() == Response.class && told == null && !empty) {
            throw new IllegalStateException(method + " does not say what it answers");
        }
        APIResponse good = OASFactory.createAPIResponse().description("Done");
        if (!empty) {
            good.setContent(
                    json(
                            told == null ? method.getGenericReturnType() : told.value(),
                            produced(method)));
        }
        String status = told != null ? told.responseCode() : empty ? "204" : "200";
        return OASFactory.createAPIResponses()
                .addAPIResponse(status, good)
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("A problem, with what was wrong and how to mend it")
                                .content(json(Problem.class, Problem.MEDIA_TYPE)));
    }

    private static String produced(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        return own == null ? MediaType.APPLICATION_JSON : own.value()[0];
    }

    private Content json(Type body, String type) {
        return OASFactory.createContent()
                .addMediaType(type, OASFactory.createMediaType().schema(shapes.of(body)));
    }

    private static Parameter header(String name, boolean needed, String why) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(needed)
                .description(why)
                .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
    }

    private static SecurityScheme token() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A token that you made for a program.");
    }

    private static SecurityScheme session() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("JSESSIONID")
                .description("The cookie that signing in gives.");
    }
}
