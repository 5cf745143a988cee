package io.botyard.gateway.problems;

import io.botyard.contract.wire.WireJson;
import io.botyard.gateway.access.CutShort;
import io.botyard.gateway.access.RequestIds;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.springframework.http.MediaType;

/**
 * Words a problem for a request that Tomcat turned away by itself, such as one with characters no URI may have; and breaks
 * the connection of an answer that was cut short.
 */
public final class ProblemValve extends ErrorReportValve {

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (CutShort.is(request)) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var id = RequestIds.of(request);
        var rejection = Statuses.rejection(status);
        var body = WireJson.mapper().writeValueAsString(ProblemDocument.of(rejection, id));
        response.setStatus(rejection.code().status());
        response.setHeader(RequestIds.HEADER, id);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            response.getReporter().write(body);
            response.finishResponse();
        } catch (IOException clientGone) {
            response.setSuspended(true);
        }
    }
}
