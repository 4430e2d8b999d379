package org.freihafen.sandcloud;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.CloudResponse;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The embedded cloud behind a servlet, whose mapping ends in {@code /*}. */
public final class CloudServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient EmbeddedCloud cloud;

    public CloudServlet(EmbeddedCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        String base = request.getContextPath() + request.getServletPath();
        String uri = request.getRequestURI();
        String query = request.getQueryString();
        CloudResponse answer =
                cloud.answer(
                        new CloudRequest(
                                request.getMethod(),
                                base,
                                uri.startsWith(base) ? uri.substring(base.length()) : "",
                                query == null ? "" : query,
                                Map.copyOf(headers),
                                request.getInputStream(),
                                request.getRemoteAddr()));
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.status() != 304 && answer.status() != 204) {
            response.setContentLengthLong(answer.length());
        }
        if (!request.getMethod().equals("HEAD")) {
            answer.body().writeTo(response.getOutputStream());
        }
    }
}
