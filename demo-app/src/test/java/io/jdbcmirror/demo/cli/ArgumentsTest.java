package io.jdbcmirror.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static Arguments parse(String... arguments) {
    return new Arguments(List.of(arguments), Set.of("--n", "--x"), Set.of("--flag"));
  }

  @Test
  void valuesStandAfterABlankOrAnEqualsSign() {
    Arguments given = parse("--n", "5", "--flag", "--x=0.5");

    assertThat(given.wholeNumber("--n", 1, 0, 9)).isEqualTo(5);
    assertThat(given.fraction("--x", 1)).isEqualTo(0.5);
    assertThat(given.has("--flag")).isTrue();
  }

  @Test
  void whatIsNotGivenHasItsDefault() {
    assertThat(parse().wholeNumber("--n", 7, 0, 9)).isEqualTo(7);
    assertThat(parse().has("--flag")).isFalse();
  }

  @Test
  void wrongOptionsAreNamed() {
    assertThatThrownBy(() -> parse("--m")).hasMessage("unknown option --m");
    assertThatThrownBy(() -> parse("--flag=yes")).hasMessage("unknown option --flag=yes");
    assertThatThrownBy(() -> parse("--n")).hasMessage("--n wants a value");
  }

  @Test
  void valuesOutOfRangeAreRefusedNotGuessed() {
    assertThatThrownBy(() -> parse("--n=10").wholeNumber("--n", 1, 0, 9))
        .isInstanceOf(UsageException.class)
        .hasMessage("--n is 10, but must be a whole number from 0 to 9");
    assertThatThrownBy(() -> parse("--n=ten").wholeNumber("--n", 1, 0, 9))
        .isInstanceOf(UsageException.class);
    for (String value : List.of("1.1", "-0.1", "NaN", "half")) {
      assertThatThrownBy(() -> parse("--x", value).fraction("--x", 1))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(value);
    }
  }
}
