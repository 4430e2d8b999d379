package org.freihafen.cloud.nextcloud;

import com.github.sardine.impl.SardineImpl;

import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.client.CookieStore;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.message.BasicHeader;
import org.freihafen.cloud.Cloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Sardine's client with a pool, time-outs and the app password of its own, for WebDAV and OCS
 * alike. It follows no redirect and repeats nothing.
 */
final class Http extends SardineImpl {
    private static final int LARGEST_ANSWER_BYTES = 256 << 20;
    private static final int LONGEST_CONNECT_MILLIS = 5_000;
    private static final int DOUBTFUL_AFTER_MILLIS = 1_000;

    Http(Cloud cloud) {
        super(client(cloud));
    }

    private static HttpClientBuilder client(Cloud cloud) {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(cloud.requestsAtOnce());
        pool.setDefaultMaxPerRoute(cloud.requestsAtOnce());
        pool.setValidateAfterInactivity(DOUBTFUL_AFTER_MILLIS);
        byte[] basic = (cloud.login() + ":" + cloud.password()).getBytes(StandardCharsets.UTF_8);
        List<Header> headers =
                List.of(
                        new BasicHeader(
                                HttpHeaders.AUTHORIZATION,
                                "Basic " + Base64.getEncoder().encodeToString(basic)),
                        new BasicHeader("OCS-APIRequest", "true"),
                        new BasicHeader(HttpHeaders.ACCEPT, "application/json"));
        return HttpClientBuilder.create()
                .setConnectionManager(pool)
                .setUserAgent("Freihafen")
                .setDefaultHeaders(headers)
                .setDefaultRequestConfig(config(cloud, cloud.patience()))
                .disableRedirectHandling()
                .disableAutomaticRetries();
    }

    /** For a request that is not worth more patience than this, or than the cloud gets anyway. */
    static RequestConfig config(Cloud cloud, Duration patience) {
        int millis = Math.toIntExact(Math.min(patience.toMillis(), cloud.patience().toMillis()));
        return RequestConfig.custom()
                .setConnectTimeout(Math.min(LONGEST_CONNECT_MILLIS, millis))
                .setSocketTimeout(millis)
                .setCookieSpec(CookieSpecs.STANDARD)
                .setAuthenticationEnabled(false)
                .build();
    }

    Answer send(HttpRequestBase request, CookieStore cookies) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setCookieStore(cookies);
        return execute(context, request, Http::read);
    }

    private static Answer read(HttpResponse response) throws IOException {
        String body = "";
        if (response.getEntity() != null) {
            try (InputStream content = response.getEntity().getContent()) {
                body = new String(content.readNBytes(LARGEST_ANSWER_BYTES), StandardCharsets.UTF_8);
            }
        }
        return new Answer(
                response.getStatusLine().getStatusCode(),
                Optional.ofNullable(response.getFirstHeader("OC-FileId")).map(Header::getValue),
                body);
    }
}
