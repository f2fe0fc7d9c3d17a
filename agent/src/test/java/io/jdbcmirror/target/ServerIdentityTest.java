package io.jdbcmirror.target;

import static io.jdbcmirror.target.Relation.DIFFERENT;
import static io.jdbcmirror.target.Relation.SAME_DATABASE;
import static io.jdbcmirror.target.Relation.SAME_SERVER;
import static io.jdbcmirror.target.Relation.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ServerIdentityTest {
  private final ServerIdentity source = server("sys", null, 100, "app");

  @Test
  void sameFactsAndStartAreTheSameServer() {
    assertThat(source.relationTo(server("sys", null, 100, "app"))).isEqualTo(SAME_DATABASE);
    assertThat(source.relationTo(server("sys", null, 100, "APP"))).isEqualTo(SAME_DATABASE);
    assertThat(source.relationTo(server("sys", null, 100, "copy"))).isEqualTo(SAME_SERVER);
  }

  @Test
  void connectionWithoutADatabaseMayReachAny() {
    assertThat(source.relationTo(server("sys", null, 100, null))).isEqualTo(SAME_DATABASE);
  }

  @Test
  void promotedCloneIsAnotherServer() {
    ServerIdentity clone = server("sys", null, 200, "app");

    assertThat(source.relationTo(clone)).isEqualTo(DIFFERENT);
    assertThat(source.differsInStartOnly(clone)).isTrue();
  }

  @Test
  void otherSystemIsAnotherServerWhateverItsStart() {
    ServerIdentity other = server("other", null, 100, "app");

    assertThat(source.relationTo(other)).isEqualTo(DIFFERENT);
    assertThat(source.differsInStartOnly(other)).isFalse();
  }

  @Test
  void factThatIsNotToldDecidesNothing() {
    assertThat(source.relationTo(server(null, null, 100, "app"))).isEqualTo(SAME_DATABASE);
  }

  @Test
  void startsThatOverlapAreTheSame() {
    ServerIdentity early =
        ServerIdentity.of("mysql", Arrays.asList("h"), null, 8_000_000, 11_000_000, "app");
    ServerIdentity late =
        ServerIdentity.of("mysql", Arrays.asList("h"), null, 10_000_000, 13_000_000, "app");
    ServerIdentity later =
        ServerIdentity.of("mysql", Arrays.asList("h"), null, 14_000_000, 16_000_000, "app");

    assertThat(early.relationTo(late)).isEqualTo(SAME_DATABASE);
    assertThat(late.relationTo(early)).isEqualTo(SAME_DATABASE);
    assertThat(early.relationTo(later)).isEqualTo(DIFFERENT);
    assertThat(later.relationTo(early)).isEqualTo(DIFFERENT);
  }

  @Test
  void serversOfOneClusterAreOne() {
    ServerIdentity node1 = server("a", "galera", 100, "app");
    ServerIdentity node2 = server("b", "galera", 200, "app");

    assertThat(node1.relationTo(node2)).isEqualTo(SAME_DATABASE);
    assertThat(node1.relationTo(server("b", "other", 200, "app"))).isEqualTo(DIFFERENT);
  }

  @Test
  void otherProductIsAnotherServerAndUntoldOnesAreUnknown() {
    assertThat(source.relationTo(ServerIdentity.untold("oracle"))).isEqualTo(DIFFERENT);
    assertThat(source.relationTo(ServerIdentity.untold("postgresql"))).isEqualTo(UNKNOWN);
    assertThat(ServerIdentity.untold("oracle").relationTo(ServerIdentity.untold("oracle")))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void anEmbeddedDatabaseIsItsPlace() {
    ServerIdentity here = ServerIdentity.certain("sqlite", Arrays.asList("/a"));

    assertThat(here.relationTo(ServerIdentity.certain("sqlite", Arrays.asList("/a"))))
        .isEqualTo(SAME_DATABASE);
    assertThat(here.relationTo(ServerIdentity.certain("sqlite", Arrays.asList("/b"))))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void aPlaceOnAnUnnamedMachineTellsOnlyDifference() {
    ServerIdentity somewhere = ServerIdentity.likely("derby", Arrays.asList("/a"));

    assertThat(somewhere.relationTo(somewhere)).isEqualTo(UNKNOWN);
    assertThat(somewhere.relationTo(ServerIdentity.certain("derby", Arrays.asList("/a"))))
        .isEqualTo(UNKNOWN);
    assertThat(somewhere.relationTo(ServerIdentity.certain("derby", Arrays.asList("/b"))))
        .isEqualTo(DIFFERENT);
    assertThat(somewhere.relationTo(ServerIdentity.untold("derby"))).isEqualTo(UNKNOWN);
  }

  private static ServerIdentity server(String fact, String cluster, long start, String database) {
    return ServerIdentity.of("postgresql", Arrays.asList(fact), cluster, start, start, database);
  }
}
