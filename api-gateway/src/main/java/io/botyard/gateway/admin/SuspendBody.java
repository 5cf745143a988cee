package io.botyard.gateway.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why a bot is stopped, in an admin's words to its user. */
record SuspendBody(
        @NotBlank @Size(min = 5, max = 500) @Pattern(regexp = "[^\\x00]*")
        String reason) {}
