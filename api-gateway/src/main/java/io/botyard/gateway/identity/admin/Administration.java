package io.botyard.gateway.identity.admin;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.EntityTags;
import io.botyard.gateway.access.ProblemCode;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes and deletes accounts, by the rules: nobody their own, and never the last superadmin. Whoever acts holds the
 * rows of all superadmins meanwhile, so that two who act on each other act one after the other.
 */
@Component
class Administration {

    private final UserRows rows;
    private final Consequences consequences;
    private final TransactionOperations transactions;

    Administration(UserRows rows, Consequences consequences, TransactionOperations transactions) {
        this.rows = rows;
        this.consequences = consequences;
        this.transactions = transactions;
    }

    /** @param ifMatch what the account must still be like */
    Verdict perform(Caller caller, UserId id, Act act, EntityTags ifMatch) {
        return transactions.execute(transaction -> {
            var superadmins = rows.lockedSuperadmins();
            var found = rows.locked(id);
            if (found.isEmpty()) {
                return new Verdict.Refused(ProblemCode.NOT_FOUND);
            }
            var user = found.get();
            if (!ifMatch.match(user.tag())) {
                return new Verdict.Refused(ProblemCode.PRECONDITION_FAILED);
            }
            var against = rule(caller, user, act, superadmins);
            if (against.isPresent()) {
                return new Verdict.Refused(against.get());
            }
            consequences.of(caller, user, act);
            return new Verdict.Done(rows.of(id).orElse(user));
        });
    }

    private static Optional<ProblemCode> rule(Caller caller, StoredUser user, Act act, Set<UserId> superadmins) {
        if (!act.isSomething()) {
            return Optional.empty();
        }
        if (user.id().equals(caller.user())) {
            return Optional.of(ProblemCode.OWN_ACCOUNT);
        }
        if (act.endsSuperadmin(user) && superadmins.equals(Set.of(user.id()))) {
            return Optional.of(ProblemCode.LAST_SUPERADMIN);
        }
        // Whoever lost the role while they waited for their turn has lost the turn as well.
        return superadmins.contains(caller.user()) ? Optional.empty() : Optional.of(ProblemCode.FORBIDDEN);
    }
}
