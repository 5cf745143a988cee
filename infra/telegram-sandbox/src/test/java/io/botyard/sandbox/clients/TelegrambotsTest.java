package io.botyard.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botyard.sandbox.RunningSandbox;
import io.botyard.sandbox.fault.Fault;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** TelegramBots (Java, OkHttp, Jackson) takes the sandbox for Telegram. */
class TelegrambotsTest {

    @RegisterExtension
    final RunningSandbox sandbox = new RunningSandbox();

    private TelegramClient client;

    @BeforeEach
    void connect() {
        TelegramUrl url = TelegramUrl.builder()
                .schema("http")
                .host("127.0.0.1")
                .port(sandbox.it().port())
                .build();
        client = new OkHttpTelegramClient(RunningSandbox.TOKEN, url);
    }

    @Test
    void learnsWhoItIs() throws TelegramApiException {
        assertThat(client.execute(new GetMe()).getId()).isEqualTo(RunningSandbox.BOT);
    }

    @Test
    void sendsEditsAndDeletes() throws TelegramApiException {
        Message sent = client.execute(new SendMessage("-1001234567890", "Grüße 🌍"));
        client.execute(EditMessageText.builder()
                .chatId(sent.getChatId())
                .messageId(sent.getMessageId())
                .text("changed")
                .build());

        assertThat(sent.getText()).isEqualTo("Grüße 🌍");
        assertThat(sent.getChat().isSuperGroupChat()).isTrue();
        assertThat(client.execute(new DeleteMessage(sent.getChatId().toString(), sent.getMessageId())))
                .isTrue();
    }

    @Test
    void uploadsFilesAndAlbums() throws TelegramApiException {
        InputFile file = new InputFile(new ByteArrayInputStream(new byte[] {1, 2, 3}), "a.bin");

        assertThat(client.execute(new SendDocument("5", file)).getDocument().getFileId())
                .isNotEmpty();
        assertThat(client.execute(new SendMediaGroup(
                        "5", List.of(new InputMediaPhoto("file-id-1"), new InputMediaPhoto("file-id-2")))))
                .hasSize(2)
                .allMatch(Message::hasPhoto);
    }

    @Test
    void readsAChatAndAnswersAQuery() throws TelegramApiException {
        assertThat(client.execute(new GetChat("-5")).getType()).isEqualTo("group");
        assertThat(client.execute(new AnswerCallbackQuery("17"))).isTrue();
    }

    @Test
    void pollsAndUsesWebhooks() throws TelegramApiException {
        sandbox.it().offer(RunningSandbox.BOT, "{\"message\":{\"message_id\":1,\"date\":1,\"text\":\"hello\"}}");

        assertThat(client.execute(new GetUpdates()).getFirst().getMessage().getText())
                .isEqualTo("hello");
        assertThat(client.execute(SetWebhook.builder()
                        .url("https://bots.example.org/hook")
                        .secretToken("s3cret")
                        .build()))
                .isTrue();
        assertThat(client.execute(new GetWebhookInfo()).getUrl()).isEqualTo("https://bots.example.org/hook");
        assertThat(client.execute(new DeleteWebhook())).isTrue();
    }

    @Test
    void understandsRefusals() {
        sandbox.it().faults().add(Fault.tooManyRequests(9));

        assertThatThrownBy(() -> client.execute(new SendMessage("5", "a")))
                .isInstanceOfSatisfying(TelegramApiRequestException.class, e -> {
                    assertThat(e.getErrorCode()).isEqualTo(429);
                    assertThat(e.getParameters().getRetryAfter()).isEqualTo(9);
                });
        sandbox.it().faults().add(Fault.migratedTo(-100777));
        assertThatThrownBy(() -> client.execute(new SendMessage("-777", "a")))
                .isInstanceOfSatisfying(
                        TelegramApiRequestException.class,
                        e -> assertThat(e.getParameters().getMigrateToChatId()).isEqualTo(-100777));
    }
}
