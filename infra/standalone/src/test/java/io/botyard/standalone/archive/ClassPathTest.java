package io.botyard.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClassPathTest {

    private static final Path PROJECT = Path.of("/home/anna/botyard");
    private static final Path UNDERSTUDY = PROJECT.resolve("target/understudy.jar");

    @Test
    void whatChangesFromBuildToBuildComesLast() {
        var classPath = ClassPath.of(
                "/home/anna/botyard/a/target/classes:/m2/x.jar:/home/anna/botyard/infra/../b/target/b.jar:/m2/y.jar",
                PROJECT);
        assertThat(classPath.whole(UNDERSTUDY))
                .isEqualTo("/m2/x.jar:/m2/y.jar:" + UNDERSTUDY
                        + ":/home/anna/botyard/a/target/classes:/home/anna/botyard/b/target/b.jar")
                .startsWith(classPath.recorded(UNDERSTUDY));
    }
}
