package io.jdbcmirror.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentArgumentTest {
  private final Findings findings = new Findings();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://a,b,c/shop?x=1&y=2",
        "jdbc:mysql://(host=a,port=1,key=value),(host=b,port=2)/shop",
        "jdbc:mariadb:sequential:address=(host=a)(port=1),address=(host=b)/shop",
        "jdbc:teradata://host/DATABASE=a,USER=b",
        "jdbc:h2:mem:x,"
      })
  void aUrlMayHoldCommasAndEquals(String url) {
    Layer layer = read("exposure=0.5,target.url=" + url + ", queue.capacity=7");
    assertThat(layer.text(Setting.TARGET_URL)).isEqualTo(url);
    assertThat(layer.text(Setting.EXPOSURE)).isEqualTo("0.5");
    assertThat(layer.text(Setting.QUEUE_CAPACITY)).isEqualTo("7");
    assertThat(findings.warnings).isEmpty();
    assertThat(findings.problems).isEmpty();
  }

  @Test
  void aMistypedKeyDoesNotVanishInTheValueBeforeIt() {
    Layer layer = read("target.url=jdbc:h2:mem:x,exposre=0.1,target_user=sa");
    assertThat(layer.text(Setting.TARGET_URL)).isEqualTo("jdbc:h2:mem:x");
    assertThat(findings.warnings)
        .containsExactly(
            "unknown setting exposre (agent argument): did you mean exposure?",
            "unknown setting target_user (agent argument): did you mean target.user?");
  }

  @Test
  void aPasswordMayHoldCommasAndEquals() {
    Layer layer = read("target.password= a,b=c,=,,target.user=sa");
    assertThat(layer.text(Setting.TARGET_PASSWORD)).isEqualTo(" a,b=c,=,");
    assertThat(layer.text(Setting.TARGET_USER)).isEqualTo("sa");
  }

  @Test
  void aKeyMayStandOnceOnly() {
    read("exposure=0.5,exposure=0.6");
    assertThat(findings.problems).containsExactly("exposure stands twice in the agent argument");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "=s3cret", "jdbc:h2:mem:x;PASSWORD=s3cret", ",exposure=1"})
  void whatIsNoKeyAndValueIsAnErrorThatQuotesNothing(String text) {
    read(text);
    assertThat(findings.problems)
        .containsExactly("the agent argument is not read: allowed is key=value,key=value or @file");
  }

  private Layer read(String text) {
    Layer layer = new Layer("agent argument");
    new AgentArgument(text, layer, findings).read();
    return layer;
  }
}
