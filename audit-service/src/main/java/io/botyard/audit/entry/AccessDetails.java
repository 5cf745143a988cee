package io.botyard.audit.entry;

import io.botyard.contract.Scope;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.ActivityRead;
import io.botyard.contract.event.ApiKeyCreated;
import io.botyard.contract.event.ApiKeyRevoked;
import io.botyard.contract.event.BotHealthChanged;
import io.botyard.contract.event.BotViewed;
import io.botyard.contract.event.BotWatched;
import io.botyard.contract.event.BotsListed;
import io.botyard.contract.event.KeysViewed;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.PasswordChanged;
import io.botyard.contract.event.PasswordReset;
import io.botyard.contract.event.PasswordResetIssued;
import io.botyard.contract.event.ProfileChanged;
import io.botyard.contract.event.RefreshTokenReused;
import io.botyard.contract.event.RequestDenied;
import io.botyard.contract.event.RoleChanged;
import io.botyard.contract.event.TrailRead;
import io.botyard.contract.event.TrailRestored;
import io.botyard.contract.event.UserActivated;
import io.botyard.contract.event.UserDeleted;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.contract.event.UserLoggedOut;
import io.botyard.contract.event.UserRegistered;
import io.botyard.contract.event.UserSuspended;
import io.botyard.contract.event.UserViewed;
import io.botyard.contract.event.UsersListed;

/** What an entry tells of a login, a look at somebody's things or a change of an account, and how it ended. */
final class AccessDetails {
    private AccessDetails() {}

    static EntryOutcome outcome(AccessEvent event) {
        return switch (event) {
            case UserRegistered _,
                    UserLoggedIn _,
                    UserLoggedOut _,
                    ProfileChanged _,
                    PasswordChanged _,
                    PasswordResetIssued _,
                    PasswordReset _,
                    ApiKeyCreated _,
                    ApiKeyRevoked _,
                    RoleChanged _,
                    UserSuspended _,
                    UserActivated _,
                    UserDeleted _,
                    TrailRead _,
                    BotsListed _,
                    BotViewed _,
                    BotWatched _,
                    UsersListed _,
                    UserViewed _,
                    KeysViewed _,
                    ActivityRead _,
                    TrailRestored _,
                    BotHealthChanged _ -> EntryOutcome.OK;
            case LoginFailed _, RefreshTokenReused _, RequestDenied _ -> EntryOutcome.DENIED;
        };
    }

    static Details of(AccessEvent event) {
        return switch (event) {
            case UserRegistered e -> Details.none().with("role", e.role());
            case UserLoggedOut e -> Details.none().with("session", e.session().toString());
            case RefreshTokenReused e ->
                Details.none().with("session", e.session().toString());
            case RequestDenied e ->
                Details.none()
                        .with("status", e.status())
                        .with("code", e.code())
                        .with("route", e.route())
                        .with("count", e.count());
            case LoginFailed e -> Details.none().with("email_hash", e.email());
            case ProfileChanged e -> Details.none().with("fields", e.fields());
            case ApiKeyCreated e -> created(e);
            case ApiKeyRevoked e -> Details.none().with("key", e.key().toString());
            case RoleChanged e -> Details.none().with("before", e.before()).with("after", e.after());
            case TrailRead e -> Details.none().with("filters", e.filters());
            case BotsListed e -> Details.none().with("filters", e.filters());
            case UsersListed e -> Details.none().with("filters", e.filters());
            case ActivityRead e -> Details.none().with("filters", e.filters());
            case BotHealthChanged e -> health(e);
            case TrailRestored e ->
                Details.none()
                        .with("partition", e.partition())
                        .with("seal", e.seal())
                        .with("records", e.records());
            case UserLoggedIn _,
                    PasswordChanged _,
                    PasswordResetIssued _,
                    PasswordReset _,
                    UserSuspended _,
                    UserActivated _,
                    UserDeleted _,
                    BotViewed _,
                    BotWatched _,
                    UserViewed _,
                    KeysViewed _ -> Details.none();
        };
    }

    private static Details health(BotHealthChanged event) {
        var details = Details.none();
        var id = event.id();
        if (id != null) {
            details = details.with("id", id.value());
        }
        details = details.with("before", event.before())
                .with("after", event.after())
                .with("sends", event.sends())
                .with("failures", event.failures())
                .with("consecutive_failures", event.consecutiveFailures());
        var mean = event.meanMs();
        return mean == null ? details : details.with("mean_ms", mean);
    }

    private static Details created(ApiKeyCreated event) {
        var details = Details.none()
                .with("key", event.key().toString())
                .with("scopes", event.scopes().stream().map(Scope::word).toList());
        var expiry = event.expiresAt();
        return expiry == null ? details : details.with("expires_at", expiry.toString());
    }
}
