package org.freihafen.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

import java.util.Map;

/** The REST interface; its resources are found by themselves. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Freihafen",
                        version = "0.1",
                        description =
                                "The units of an organisation, who belongs to them, and what they"
                                        + " grant to each other."))
public class Api extends Application {
    /**
     * Errors are answered by problems of ours, never by a page of the server's. What can be asked
     * is described by OpenAPI, not by WADL as well.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.response.setStatusOverSendError", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}
