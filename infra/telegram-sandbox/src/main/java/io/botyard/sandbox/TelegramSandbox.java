package io.botyard.sandbox;

import io.botyard.sandbox.bot.Bots;
import io.botyard.sandbox.control.Control;
import io.botyard.sandbox.control.Levers;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.fault.Faults;
import io.botyard.sandbox.http.SandboxServer;
import io.botyard.sandbox.ledger.Ledger;
import io.botyard.sandbox.message.SentMessages;
import io.botyard.sandbox.method.BotApi;
import io.botyard.sandbox.method.Methods;
import io.botyard.sandbox.method.Patience;
import io.botyard.sandbox.pace.Pacer;
import io.botyard.sandbox.webhook.Deliveries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Telegram Bot API to try things against. It speaks as Telegram does, keeps a ledger of every call that survives
 * kill -9, and fails on demand. It knows every well-formed token and sends nothing to anybody.
 */
public final class TelegramSandbox implements AutoCloseable, Levers {

    private final DirectoryLock directory;
    private final Ledger ledger;
    private final LedgerFlush flush;
    private final Bots bots;
    private final SentMessages messages;
    private final Deliveries deliveries;
    private final Faults faults = new Faults();
    private final Pacer pacer;
    private final Patience patience;
    private final SandboxServer server;
    private final String bind;

    private TelegramSandbox(SandboxSettings settings, Clock clock, DirectoryLock lock) throws IOException {
        Path home = settings.directory();
        directory = lock;
        ledger = Ledger.open(home.resolve("calls.jsonl"), clock);
        bots = Bots.open(home.resolve("bots.jsonl"), clock);
        messages = new SentMessages(clock, ledger.messageIdsBelow());
        deliveries = new Deliveries(clock);
        pacer = new Pacer(clock, settings.pace());
        patience = new Patience(settings.longestHang());
        bind = settings.bind();
        Methods methods = new Methods(messages, deliveries);
        methods.restore(ledger);
        BotApi api = new BotApi(ledger, faults, pacer, bots, methods, patience);
        server = SandboxServer.start(bind, settings.port(), home.resolve("scratch"), api, new Control(this));
        flush = LedgerFlush.start(ledger);
    }

    /** Starts a sandbox; it answers when this returns. Says which setting helps when port or directory are taken. */
    public static TelegramSandbox start(SandboxSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    public static TelegramSandbox start(SandboxSettings settings, Clock clock) {
        try {
            DirectoryLock lock = DirectoryLock.take(settings.directory());
            try {
                return new TelegramSandbox(settings, clock, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (BindException e) {
            throw new IllegalStateException(
                    "port " + settings.port() + " on " + settings.bind()
                            + " is taken or not to be had; BOTYARD_SANDBOX_PORT moves the Telegram sandbox",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("the Telegram sandbox does not start: " + e.getMessage(), e);
        }
    }

    /** The base address, such as {@code http://127.0.0.1:8090}, to which {@code /bot<token>/<method>} is added. */
    public URI uri() {
        String host = bind.indexOf(':') >= 0 ? "[" + bind + "]" : bind;
        return URI.create("http://" + host + ":" + port());
    }

    public int port() {
        return server.port();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public Pacer pacer() {
        return pacer;
    }

    @Override
    public OptionalLong offer(long botId, ObjectNode update) {
        OptionalLong id = bots.offer(botId, update);
        deliveries.wake(bots.of(botId));
        return id;
    }

    /** The same with the update as JSON. */
    public OptionalLong offer(long botId, String update) {
        return offer(botId, Json.read(update).asObject());
    }

    /** Ends the tokens a bot was seen with, or its next one if it was never seen: 401 from now on. */
    @Override
    public void revoke(long botId) {
        bots.revoke(botId);
    }

    /** Forgets calls, faults, bots, messages and penalties, and lets go of calls that hang. */
    @Override
    public void reset() {
        faults.clear();
        patience.release();
        bots.clear();
        messages.clear();
        pacer.forgive();
        ledger.clear();
    }

    @Override
    public void close() {
        faults.clear();
        patience.release();
        flush.close();
        deliveries.close();
        try (directory;
                ledger;
                bots) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
