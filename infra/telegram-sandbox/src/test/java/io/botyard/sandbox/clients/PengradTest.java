package io.botyard.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.CopyMessage;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetChat;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.GetWebhookInfo;
import com.pengrad.telegrambot.request.SendMediaGroup;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.request.SetWebhook;
import com.pengrad.telegrambot.response.SendResponse;
import io.botyard.sandbox.RunningSandbox;
import io.botyard.sandbox.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** java-telegram-bot-api (pengrad; OkHttp, Gson) takes the sandbox for Telegram. */
class PengradTest {

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    private TelegramBot bot;

    @BeforeEach
    void connect() {
        bot = new TelegramBot.Builder(RunningSandbox.TOKEN)
                .apiUrl(sandbox.it().uri() + "/bot")
                .build();
    }

    @AfterEach
    void close() {
        bot.shutdown();
    }

    @Test
    void learnsWhoItIs() {
        assertThat(bot.execute(new GetMe()).user().username()).isEqualTo("sandbox_4711_bot");
    }

    @Test
    void sendsEditsCopiesAndDeletes() {
        SendResponse sent = bot.execute(new SendMessage(5L, "Grüße 🌍"));
        int id = sent.message().messageId();

        assertThat(sent.message().text()).isEqualTo("Grüße 🌍");
        assertThat(sent.message().chat().type()).isEqualTo(Chat.Type.Private);
        assertThat(bot.execute(new EditMessageText(5L, id, "changed")).isOk()).isTrue();
        assertThat(bot.execute(new CopyMessage(6L, 5L, id)).messageId()).isGreaterThan(id);
        assertThat(bot.execute(new DeleteMessage(5L, id)).isOk()).isTrue();
        assertThat(bot.execute(new DeleteMessage(5L, id)).description())
                .isEqualTo("Bad Request: message to delete not found");
    }

    @Test
    void uploadsFilesAndAlbums() {
        assertThat(bot.execute(new SendPhoto(5L, new byte[] {1, 2, 3}))
                        .message()
                        .photo())
                .hasSize(1);
        assertThat(bot.execute(new SendMediaGroup(
                                5L, new InputMediaPhoto("file-id-1"), new InputMediaPhoto(new byte[] {1})))
                        .messages())
                .hasSize(2);
    }

    @Test
    void readsAChatAndAnswersAQuery() {
        assertThat(bot.execute(new GetChat(-5L)).chat().id()).isEqualTo(-5);
        assertThat(bot.execute(new AnswerCallbackQuery("17")).isOk()).isTrue();
    }

    @Test
    void pollsAndUsesWebhooks() {
        sandbox.it().offer(RunningSandbox.BOT, "{\"message\":{\"message_id\":1,\"date\":1,\"text\":\"hello\"}}");

        assertThat(bot.execute(new GetUpdates().limit(5))
                        .updates()
                        .getFirst()
                        .message()
                        .text())
                .isEqualTo("hello");
        assertThat(bot.execute(new SetWebhook()
                                .url("https://bots.example.org/hook")
                                .secretToken("s3cret"))
                        .isOk())
                .isTrue();
        assertThat(bot.execute(new GetUpdates()).errorCode()).isEqualTo(409);
        assertThat(bot.execute(new GetWebhookInfo()).webhookInfo().url()).isEqualTo("https://bots.example.org/hook");
        assertThat(bot.execute(new DeleteWebhook()).isOk()).isTrue();
    }

    @Test
    void understandsRefusals() {
        sandbox.it().faults().add(Fault.tooManyRequests(9));

        SendResponse refused = bot.execute(new SendMessage(5L, "a"));

        assertThat(refused.errorCode()).isEqualTo(429);
        assertThat(refused.parameters().retryAfter()).isEqualTo(9);
    }
}
