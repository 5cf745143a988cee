package io.botyard.tracing.wiring;

import io.botyard.tracing.Tracing;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Makes each request that a service serves a span; without tracing there is not even a filter. */
@Configuration(proxyBeanMethods = false)
public class RequestTracing {

    @Bean
    FilterRegistrationBean<TracedRequests> tracedRequests(Tracing tracing) {
        var filter = new FilterRegistrationBean<>(new TracedRequests(tracing));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setEnabled(tracing.on());
        return filter;
    }
}
