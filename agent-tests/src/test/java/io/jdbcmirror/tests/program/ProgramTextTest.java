package io.jdbcmirror.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Vendor;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person gets to see of a program is the program. */
class ProgramTextTest {
  private static final int PROGRAMS = 40;

  @ParameterizedTest
  @EnumSource
  void aPrintedProgramCompiles(Vendor vendor, @TempDir Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Source> sources =
        LongStream.range(0, PROGRAMS)
            .mapToObj(seed -> new Source(ProgramGenerator.generate(vendor, seed)))
            .toList();
    StringWriter said = new StringWriter();
    boolean compiled =
        compiler.getTask(said, null, null, List.of("-d", folder.toString()), null, sources).call();

    assertThat(compiled).as("%s", said).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aSeedMakesTheSameProgramEveryTime(Vendor vendor) {
    String first = ProgramGenerator.generate(vendor, 4711).toString();

    assertThat(ProgramGenerator.generate(vendor, 4711)).hasToString(first);
    assertThat(ProgramGenerator.generate(vendor, 4712).toString()).isNotEqualTo(first);
  }

  @Test
  void linesWithoutTheirVariablesAreLeftOut() {
    Program program = ProgramGenerator.generate(Vendor.H2, 1);
    Line first = program.lines().get(0);
    assertThat(first.defines()).isPresent();

    assertThat(program.only(List.of(1, 2, 3)).lines())
        .noneMatch(line -> line.uses().contains(first.defines().orElseThrow()));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(Program program) {
      super(URI.create("string:///" + program.className() + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = program.toString();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
