package io.botyard.sandbox.method;

import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.message.Content;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What of a message is to be changed. As with Telegram, an edit without a keyboard takes the old one away. */
enum Edit {
    TEXT {
        @Override
        Optional<Reply> flaw(Parameters parameters) {
            return Words.flawOfText(parameters);
        }

        @Override
        Content change(Content content, Parameters parameters) {
            return content.withText(parameters.text("text"));
        }
    },
    CAPTION {
        @Override
        Optional<Reply> flaw(Parameters parameters) {
            return Words.flawOfCaption(parameters);
        }

        @Override
        Content change(Content content, Parameters parameters) {
            return content.withText(parameters.text("caption"));
        }
    },
    KEYBOARD {
        @Override
        Content change(Content content, Parameters parameters) {
            return content;
        }
    },
    MEDIA {
        @Override
        Content change(Content content, Parameters parameters) {
            JsonNode media = parameters.structure("media").orElseGet(Json::object);
            FileAttachment file = new FileAttachment(media.path("type").asString("document"));
            return content.withAttachments(file.fields(media.path("media").asString("")))
                    .withText(media.path("caption").asString(""));
        }
    };

    Optional<Reply> flaw(Parameters parameters) {
        return Optional.empty();
    }

    abstract Content change(Content content, Parameters parameters);

    Content apply(Content content, Parameters parameters) {
        return change(content, parameters).withKeyboard(Words.keyboard(parameters));
    }
}
