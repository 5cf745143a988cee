package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody came in or was kept out, looked at what is not theirs, or changed an account or the trail; or a bot was seen to
 * fare worse or better. Each is one entry.
 */
public sealed interface AccessEvent extends Message
        permits UserRegistered,
                UserLoggedIn,
                UserLoggedOut,
                LoginFailed,
                RefreshTokenReused,
                RequestDenied,
                ProfileChanged,
                PasswordChanged,
                PasswordResetIssued,
                PasswordReset,
                ApiKeyCreated,
                ApiKeyRevoked,
                RoleChanged,
                UserSuspended,
                UserActivated,
                UserDeleted,
                TrailRead,
                BotsListed,
                BotViewed,
                BotWatched,
                UsersListed,
                UserViewed,
                KeysViewed,
                ActivityRead,
                TrailRestored,
                BotHealthChanged {

    AccessHead head();

    @Override
    @JsonIgnore
    default UserId userId() {
        return head().userId();
    }

    @Override
    default UUID messageId() {
        return head().eventId().value();
    }

    @Override
    default Instant said() {
        return head().at();
    }
}
