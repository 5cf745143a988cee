package io.botyard.gateway.admin;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which entries of the trail; {@link TrailQuery} is what it takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "user_id",
        in = ParameterIn.QUERY,
        description = "whom entries concern",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@Parameter(
        name = "actor_id",
        in = ParameterIn.QUERY,
        description = "who did it",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@Parameter(
        name = "action",
        in = ParameterIn.QUERY,
        description = "such as bot_registered",
        schema = @Schema(type = "string", pattern = "^[a-z_]{1,64}$"))
@Parameter(name = "outcome", in = ParameterIn.QUERY, schema = @Schema(implementation = TrailPage.Outcome.class))
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "RFC 3339, inclusive",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "RFC 3339, exclusive",
        schema = @Schema(type = "string", format = "date-time"))
@interface TrailFilters {}
