package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeverMirroredTest {
  @Test
  void theReadmeHasTheWholeList() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    Stream.concat(NeverMirrored.STATEMENTS.stream(), NeverMirrored.FUNCTIONS.stream())
        .forEach(entry -> assertThat(readme).contains("`" + entry + "`"));
  }
}
