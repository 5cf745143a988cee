package io.botyard.gateway.access;

import io.botyard.contract.Actor;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;

/** A request that was turned away. */
record Denial(Caller caller, ProblemCode code, String route) {

    /** Of whom it was one more: a user, whatever they used, or an address that nobody is known by. */
    record Kind(UserId user, Via via, String address, ProblemCode code) {}

    Kind kind() {
        var actor = caller.actor();
        var address = actor.role() == Role.NOBODY ? String.valueOf(actor.ip()) : "";
        return new Kind(actor.id(), actor.via(), address, code);
    }

    /** The same without whoever it was: when too many are denied at once to tell them apart. */
    Denial byAnybody() {
        var anybody = new Actor(UserId.PLATFORM, Role.NOBODY, Via.NOBODY, null, null);
        return new Denial(new Caller(anybody, caller.requestId()), code, route);
    }
}
