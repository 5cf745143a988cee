package io.botyard.gateway.commands;

import io.botyard.contract.BotToken;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallBody;
import io.botyard.secret.TokenCipher;
import org.springframework.stereotype.Component;

/** Seals a user's secrets before they leave the gateway, which cannot open them again. */
@Component
public class Seals {

    private final TokenCipher cipher;

    Seals(TokenCipher cipher) {
        this.cipher = cipher;
    }

    public SealedSecret token(UserId owner, BotToken token) {
        return cipher.encrypt(owner, token.secret());
    }

    /** The two together, as {@code api_id:api_hash}. */
    public SealedSecret mtproto(UserId owner, int apiId, String apiHash) {
        return cipher.encrypt(owner, new Secret(apiId + ":" + apiHash));
    }

    /** All of it: what is secret in it may stand anywhere. */
    public CallBody body(UserId owner, CallBody body) {
        return body.sealedAs(cipher.encrypt(owner, body.secret()));
    }
}
