package io.botyard.testkit.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Takes spans by OTLP over HTTP, as a collector of OpenTelemetry does; or takes them and never answers. */
public final class CollectorStandIn implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CollectedSpan> spans = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answering;

    private CollectorStandIn(boolean answers) {
        this.answering = new CountDownLatch(answers ? 0 : 1);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** One that answers. */
    public static CollectorStandIn start() {
        return new CollectorStandIn(true);
    }

    /** One that lets everybody wait. */
    public static CollectorStandIn hanging() {
        return new CollectorStandIn(false);
    }

    /** As it is given to services. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All that came, in no order. */
    public List<CollectedSpan> spans() {
        return List.copyOf(spans);
    }

    /** Those of one trace. */
    public List<CollectedSpan> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** How often somebody sent something. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        answering.countDown();
        server.stop(0);
        threads.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            answering.await();
            request.getResourceSpansList().stream()
                    .flatMap(CollectorStandIn::spansOf)
                    .forEach(spans::add);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<CollectedSpan> spansOf(ResourceSpans resource) {
        var service = resource.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
        return resource.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> CollectedSpan.of(service, span));
    }
}
