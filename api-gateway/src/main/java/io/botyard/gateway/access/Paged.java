package io.botyard.gateway.access;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list that goes on where a page ended; {@link Filters#PAGING} is what it takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "cursor",
        in = ParameterIn.QUERY,
        description = "next_cursor of the page before",
        schema = @Schema(type = "string", pattern = "^[A-Za-z0-9_.=:-]{1,512}$"))
@Parameter(
        name = "limit",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
public @interface Paged {}
