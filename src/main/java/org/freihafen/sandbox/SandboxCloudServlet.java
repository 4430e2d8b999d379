package org.freihafen.sandbox;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.freihafen.sandcloud.CloudServlet;
import org.freihafen.sandcloud.EmbeddedCloud;

import java.io.IOException;
import java.util.Optional;

/**
 * Lets the sandbox's file clouds answer below {@code /cloud} and {@code /cloud-board}; outside the
 * sandbox nothing is there.
 */
@WebServlet({SandboxServers.WORKING_PATH + "/*", SandboxServers.BOARD_PATH + "/*"})
public class SandboxCloudServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient SandboxServers servers;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<EmbeddedCloud> cloud = servers.cloud(request.getServletPath());
        if (cloud.isPresent()) {
            new CloudServlet(cloud.get()).service(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
