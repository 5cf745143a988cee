package io.botyard.gateway.bots;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "About")
class AboutController {

    record AboutAnswer(String version, WhichTelegram telegram) {}

    private final AboutAnswer about;

    AboutController(TelegramSettings telegram) {
        about = new AboutAnswer(
                Optional.ofNullable(AboutController.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                WhichTelegram.of(telegram));
    }

    @GetMapping(path = "/api/about", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Which Botyard, and which Telegram", operationId = "about")
    AboutAnswer about() {
        return about;
    }
}
