package io.botyard.worker;

import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.secret.TokenCipher;

/** What a gateway does with a call that holds a secret. */
final class Sealing {

    private Sealing() {}

    static CallMethod by(TokenCipher cipher, long user, CallMethod call) {
        return new CallMethod(
                call.origin(),
                call.id(),
                call.method(),
                call.chatId(),
                call.body()
                        .sealedAs(cipher.encrypt(new UserId(user), call.body().secret())),
                call.options());
    }
}
