package io.botyard.worker;

import io.botyard.contract.UserId;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotVerified;
import io.botyard.secret.vault.VaultLogin;
import io.botyard.secret.vault.VaultSettings;
import io.botyard.secret.vault.VaultTokenCipher;
import io.botyard.standin.PreparedVault;
import io.botyard.standin.VaultStandIn;
import io.botyard.testkit.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Vault for workers, and whoever else asks it. */
final class WorkersVault implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final PreparedVault prepared;
    private final List<VaultTokenCipher> sealers = new ArrayList<>();

    private WorkersVault(PreparedVault prepared) {
        this.prepared = prepared;
    }

    static WorkersVault in(Path directory) {
        return new WorkersVault(PreparedVault.in(directory));
    }

    VaultStandIn server() {
        return prepared.server();
    }

    /** Somebody with these policies. */
    VaultTokenCipher sealer(String... policies) {
        var settings =
                new VaultSettings(List.of(server().address()), null, "transit", PreparedVault.KEY, null, TIMEOUT);
        var sealer = VaultTokenCipher.of(settings, new VaultLogin.Token(prepared.tokenOf(policies)), Clock.systemUTC());
        sealers.add(sealer);
        return sealer;
    }

    /** What tells a worker about it, who has these policies. */
    String[] arguments(String... policies) {
        return new String[] {
            "--botyard.secret.vault.addresses=" + server().address(),
            "--botyard.secret.vault.token-file=" + prepared.tokenOf(policies),
            "--botyard.worker.keys.retire-after=1s"
        };
    }

    /** The row of a bot that may call; its token was sealed by this. */
    long verified(WorkerRig rig, VaultTokenCipher gateway, long user) {
        var token = Tokens.of(5_000 + user);
        var sealed = gateway.encrypt(new UserId(user), token.secret());
        var row = rig.ask(rig.commands.registerBot(user, token.botId().value(), sealed), BotRegistered.class)
                .id()
                .value();
        rig.ask(rig.commands.verifyBot(user, row), BotVerified.class);
        return row;
    }

    @Override
    public void close() {
        sealers.forEach(VaultTokenCipher::close);
        prepared.close();
    }
}
