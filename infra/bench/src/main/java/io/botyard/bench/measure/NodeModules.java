package io.botyard.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The peers that run on Node. */
public final class NodeModules {

    private NodeModules() {}

    /** The folder of their programs, with what they need. {@code module} is the folder of this module. */
    public static Path installed(Path module, Path target) throws IOException, InterruptedException {
        var js = module.resolve("src/main/js");
        Program.run(
                List.of("npm", "ci", "--no-audit", "--no-fund", "--prefix", js.toString()), target.resolve("npm.log"));
        return js;
    }
}
