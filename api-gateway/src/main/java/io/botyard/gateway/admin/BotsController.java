package io.botyard.gateway.admin;

import io.botyard.contract.BotStatus;
import io.botyard.contract.event.BotViewed;
import io.botyard.contract.event.BotsListed;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.gateway.access.AccessHeads;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.bots.StatusAnswer;
import io.botyard.gateway.bots.VersionTag;
import io.botyard.gateway.bots.store.BotCatalogue;
import io.botyard.gateway.bots.store.BotViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What admins see of the bots; each look is recorded before it is answered. */
@RestController
@RequestMapping(path = "/api/admin/bots", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class BotsController {

    private final BotCatalogue catalogue;
    private final BotViews views;
    private final Subjects subjects;
    private final UserPartitions partitions;
    private final AccessLog log;
    private final AccessHeads heads;

    BotsController(
            BotCatalogue catalogue,
            BotViews views,
            Subjects subjects,
            UserPartitions partitions,
            AccessLog log,
            AccessHeads heads) {
        this.catalogue = catalogue;
        this.views = views;
        this.subjects = subjects;
        this.partitions = partitions;
        this.log = log;
        this.heads = heads;
    }

    @GetMapping("/list")
    @Operation(summary = "Find bots, newest first", operationId = "listBots")
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "9999999", defaultValue = "1"))
    @Parameter(
            name = "page_size",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = BotStatus.class))
    @Parameter(
            name = "query",
            in = ParameterIn.QUERY,
            description = "part of a bot's username or of its user's e-mail or username, or a bot id or user id",
            schema = @Schema(type = "string", pattern = "^\\P{Cntrl}{1,100}$"))
    BotsAnswer list(Caller caller, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked) {
        var query = BotsQuery.of(asked);
        log.record(new BotsListed(heads.of(caller, caller.user()), query.recorded()));
        var search = query.search();
        return BotsAnswer.of(search, catalogue.find(search));
    }

    @GetMapping("/{user_id}/status")
    @Operation(summary = "A user's bot as it is now, and where it runs", operationId = "viewBot")
    @ApiResponse(responseCode = "200", description = "As it is now")
    AdminStatusAnswer status(Caller caller, @PathVariable("user_id") long userId, HttpServletResponse response) {
        var user = subjects.user(userId);
        var bot = subjects.bot(user);
        log.record(new BotViewed(heads.of(caller, user)));
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(bot));
        var partition = partitions.of(user);
        return new AdminStatusAnswer(
                StatusAnswer.of(bot, views.usage(bot)),
                catalogue.worker(partition).orElse(null),
                partition);
    }
}
