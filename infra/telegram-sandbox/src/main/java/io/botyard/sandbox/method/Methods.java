package io.botyard.sandbox.method;

import io.botyard.sandbox.bot.Bot;
import io.botyard.sandbox.exchange.BotRequest;
import io.botyard.sandbox.exchange.Reply;
import io.botyard.sandbox.ledger.CallFilter;
import io.botyard.sandbox.ledger.Ledger;
import io.botyard.sandbox.message.SentMessages;
import io.botyard.sandbox.webhook.Deliveries;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The methods by name. A well-formed method without behaviour of its own is answered with yes. */
public final class Methods {

    private final Map<String, Method> byName = new HashMap<>();

    public Methods(SentMessages messages, Deliveries deliveries) {
        put("getMe", new GetMe());
        put("getChat", new GetChat());
        put("sendMessage", new SendMessage(messages));
        for (String file : List.of("photo", "audio", "document", "video", "animation", "voice", "sticker")) {
            put("send" + file, new SendAttachment(new FileAttachment(file), messages));
        }
        put("sendVideoNote", new SendAttachment(new FileAttachment("video_note"), messages));
        sendsValue("location", messages, "latitude", "longitude");
        sendsValue("venue", messages, "latitude", "longitude", "title", "address");
        sendsValue("contact", messages, "phone_number", "first_name");
        sendsValue("poll", messages, "question", "options");
        sendsValue("dice", messages);
        put("sendMediaGroup", new SendMediaGroup(messages));
        put("forwardMessage", PassOn.forwarding(false, messages));
        put("forwardMessages", PassOn.forwarding(true, messages));
        put("copyMessage", PassOn.copying(false, messages));
        put("copyMessages", PassOn.copying(true, messages));
        put("editMessageText", new EditMessage(Edit.TEXT, messages));
        put("editMessageCaption", new EditMessage(Edit.CAPTION, messages));
        put("editMessageReplyMarkup", new EditMessage(Edit.KEYBOARD, messages));
        put("editMessageMedia", new EditMessage(Edit.MEDIA, messages));
        put("deleteMessage", new DeleteMessage(false, messages));
        put("deleteMessages", new DeleteMessage(true, messages));
        put("answerCallbackQuery", new AnswerQuery("callback_query_id"));
        put("answerInlineQuery", new AnswerQuery("inline_query_id"));
        put("answerShippingQuery", new AnswerQuery("shipping_query_id"));
        put("answerPreCheckoutQuery", new AnswerQuery("pre_checkout_query_id"));
        put("getUpdates", new GetUpdates());
        put("setWebhook", new SetWebhook(deliveries));
        put("deleteWebhook", new DeleteWebhook());
        put("getWebhookInfo", new GetWebhookInfo());
    }

    Reply answer(Bot bot, BotRequest request) throws InterruptedException {
        Method method = byName.get(request.methodKey());
        return method == null ? Reply.yes() : method.answer(bot, request.parameters());
    }

    /** Remembers the texts and attachments that the last calls of an earlier life sent, changed and deleted. */
    public void restore(Ledger ledger) {
        CallFilter recent = CallFilter.all().after(Math.max(0, ledger.lastSeq() - SentMessages.REMEMBERED));
        ledger.read(recent, call -> {
            Method method = byName.get(call.method().toLowerCase(Locale.ROOT));
            if (method != null) {
                PastCall.of(call).ifPresent(method::restore);
            }
        });
    }

    private void sendsValue(String field, SentMessages messages, String... needed) {
        put("send" + field, new SendAttachment(new ValueAttachment(field, List.of(needed)), messages));
    }

    private void put(String name, Method method) {
        byName.put(name.toLowerCase(Locale.ROOT), method);
    }
}
