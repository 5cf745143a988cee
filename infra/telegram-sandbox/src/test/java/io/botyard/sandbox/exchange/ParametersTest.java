package io.botyard.sandbox.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParametersTest {

    private final Parameters parameters = new Parameters(Json.read(
                    "{\"n\":5,\"t\":\"7\",\"yes\":true,\"one\":\"1\",\"list\":[1],\"text_list\":\"[1,2]\",\"nil\":null,\"word\":\"a\"}")
            .asObject());

    @Test
    void readsNumbersHoweverTheyCame() {
        assertThat(parameters.number("n", 0)).isEqualTo(5);
        assertThat(parameters.number("t", 0)).isEqualTo(7);
        assertThat(parameters.number("word", 9)).isEqualTo(9);
        assertThat(parameters.number("absent", 9)).isEqualTo(9);
    }

    @Test
    void readsFlagsHoweverTheyCame() {
        assertThat(parameters.flag("yes")).isTrue();
        assertThat(parameters.flag("one")).isTrue();
        assertThat(parameters.flag("word")).isFalse();
        assertThat(parameters.flag("absent")).isFalse();
    }

    @Test
    void readsStructuresAlsoFromTexts() {
        assertThat(parameters.structure("list"))
                .hasValueSatisfying(list -> assertThat(list.size()).isEqualTo(1));
        assertThat(parameters.structure("text_list"))
                .hasValueSatisfying(list -> assertThat(list.size()).isEqualTo(2));
        assertThat(parameters.structure("word")).isEmpty();
        assertThat(parameters.structure("n")).isEmpty();
    }

    @Test
    void takesNullForAbsent() {
        assertThat(parameters.has("nil")).isFalse();
        assertThat(parameters.text("nil")).isEmpty();
        assertThat(Parameters.none().has("n")).isFalse();
    }
}
