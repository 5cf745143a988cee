package io.botyard.gateway.identity.admin;

/** What a superadmin does to an account. */
sealed interface Act {

    /** Whether it would do anything, to whatever account. */
    boolean isSomething();

    /** Whether somebody who was a superadmin and could act is not, or cannot, any more. */
    boolean endsSuperadmin(StoredUser before);

    /** E-mail and name are erased, the bot is removed; the id stays. */
    record Deletion() implements Act {

        @Override
        public boolean isSomething() {
            return true;
        }

        @Override
        public boolean endsSuperadmin(StoredUser before) {
            return before.isActiveSuperadmin();
        }
    }

    /** Role, status, or both become others. */
    record Change(UserChange wanted) implements Act {

        @Override
        public boolean isSomething() {
            return wanted.role() != null || wanted.status() != null;
        }

        @Override
        public boolean endsSuperadmin(StoredUser before) {
            return before.isActiveSuperadmin()
                    && (wanted.newRole(before).isPresent()
                            || wanted.newStatus(before).isPresent());
        }
    }
}
