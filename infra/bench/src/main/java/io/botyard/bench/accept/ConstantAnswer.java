package io.botyard.bench.accept;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import org.apache.catalina.startup.Tomcat;

/** The gateway's Tomcat, on virtual threads as there, which reads a request and always answers the same. */
public final class ConstantAnswer {

    private static final byte[] ANSWER =
            "{\"operation_id\":\"01a20b6b-e529-7587-99c5-356b4e4252a5\",\"kind\":\"call_method\",\"status\":\"accepted\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private ConstantAnswer() {}

    /** Takes the port. */
    public static void main(String[] arguments) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("constant-answer").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector().getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "constant", new Constant()).addMapping("/*");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static final class Constant extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var _ = request.getInputStream().readAllBytes();
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            response.setContentType("application/json");
            response.setContentLength(ANSWER.length);
            response.getOutputStream().write(ANSWER);
        }
    }
}
