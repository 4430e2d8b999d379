package org.freihafen.sandcloud;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody with an account who sends plain requests to a cloud. */
final class Caller {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI cloud;
    private final String credentials;

    Caller(URI cloud, String login, String password) {
        this.cloud = cloud;
        credentials =
                Base64.getEncoder()
                        .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(cloud + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .header("Authorization", "Basic " + credentials);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> ocs(String method, String path, String form) {
        return send(
                method,
                path,
                form,
                "OCS-APIRequest",
                "true",
                "Accept",
                "application/json",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    HttpResponse<String> propfind(String path, int depth, String... properties) {
        StringBuilder body =
                new StringBuilder(
                        "<?xml version=\"1.0\"?><d:propfind xmlns:d=\"DAV:\""
                                + " xmlns:oc=\"http://owncloud.org/ns\""
                                + " xmlns:nc=\"http://nextcloud.org/ns\"><d:prop>");
        for (String property : properties) {
            body.append('<').append(property).append("/>");
        }
        return send(
                "PROPFIND",
                path,
                body.append("</d:prop></d:propfind>").toString(),
                "Depth",
                String.valueOf(depth));
    }
}
