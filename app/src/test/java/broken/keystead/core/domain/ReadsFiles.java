package broken.keystead.core.domain;

import java.nio.file.Path;

/** A value that knows of files. */
public record ReadsFiles(Path file) {}
