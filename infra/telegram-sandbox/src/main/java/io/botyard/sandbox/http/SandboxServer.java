package io.botyard.sandbox.http;

import io.botyard.sandbox.control.Control;
import io.botyard.sandbox.method.BotApi;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with two servlets, every request on a virtual thread of its own. */
public final class SandboxServer implements AutoCloseable {

    private static final int LARGEST_UPLOAD = 52_428_800;

    private final Tomcat tomcat;

    private SandboxServer(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /** Throws a {@link BindException} when the port is taken. */
    public static SandboxServer start(String bind, int port, Path scratch, BotApi api, Control control)
            throws IOException {
        Files.createDirectories(scratch);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(scratch.toAbsolutePath().toString());
        tomcat.setConnector(connector(bind, port));
        Context context = tomcat.addContext("", null);
        if (context instanceof StandardContext standard) {
            // Nothing is ever redeployed, so there is nothing to look for, which would need --add-opens.
            standard.setClearReferencesThreadLocals(false);
            standard.setClearReferencesRmiTargets(false);
        }
        context.getPipeline().addValve(new AbruptEnd());
        Wrapper bots = Tomcat.addServlet(context, "bots", new BotServlet(api));
        bots.setMultipartConfigElement(new MultipartConfigElement(
                scratch.toAbsolutePath().toString(), LARGEST_UPLOAD, LARGEST_UPLOAD, 1024 * 1024));
        bots.addMapping("/");
        Tomcat.addServlet(context, "control", new ControlServlet(control)).addMapping("/sandbox/*");
        SandboxServer server = new SandboxServer(tomcat);
        server.listen();
        return server;
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat does not stop", e);
        }
    }

    private void listen() throws IOException {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            close();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException taken) {
                    throw taken;
                }
            }
            throw new IOException("Tomcat does not start", e);
        }
    }

    private static Connector connector(String bind, int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        connector.setMaxPostSize(LARGEST_UPLOAD);
        connector.setEncodedSolidusHandling("passthrough");
        connector.setProperty("address", bind);
        connector.setProperty("useVirtualThreads", "true");
        connector.setProperty("maxConnections", "20000");
        connector.setProperty("acceptCount", "1024");
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.setProperty("keepAliveTimeout", "75000");
        return connector;
    }
}
