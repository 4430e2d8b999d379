package org.freihafen.web;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A test that talks to the product over HTTP, as its users do: the war on Payara Micro in sandbox
 * mode, started once for all such tests with an empty data directory.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class OnTheServer {

    /** Without the attempt to upgrade to HTTP/2, which the server ends at times. */
    protected static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ArquillianResource private URL server;

    /** The address of a path such as {@code api/units}. */
    protected URI at(String path) throws URISyntaxException {
        return server.toURI().resolve("/").resolve(path);
    }

    protected HttpResponse<String> get(String path)
            throws IOException, InterruptedException, URISyntaxException {
        return HTTP.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }
}
