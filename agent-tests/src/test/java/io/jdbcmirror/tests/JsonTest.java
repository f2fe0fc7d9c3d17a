package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.PageWork;
import io.jdbcmirror.tests.fixture.DigestList;
import io.jdbcmirror.tests.fixture.DocumentedJson;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every field of the JSON that is served stands in the README, and every one there is served. */
class JsonTest extends MirrorSuite {
  private final DocumentedJson readme = DocumentedJson.read();

  JsonTest() throws IOException {
    super(Vendor.POSTGRES);
  }

  /**
   * Of an application that does something of everything: what is slow, fails, differs or is well.
   */
  @Test
  void fieldsAreServedAsDocumented() {
    onBothSides(PageWork.schema());
    source.execute(PageWork.prompt());
    target.execute(PageWork.planted());
    MirroredApp app = apps.script(source, target).set("compare.results", "checksum").start();
    app.run(PageWork::everything);
    app.compared();

    assertSame(
        readme.of("/api/status", Map.of("databases/[]/", "database")),
        List.of(app.get("/api/status").body()));
    assertSame(
        readme.of("/api/digests", Map.of("digests/[]/", "digest")),
        List.of(app.get("/api/digests").body()));
    List<String> ids = DigestList.of(app).ids();
    assertThat(ids).hasSizeGreaterThan(5);
    assertSame(
        readme.of("/api/digests/{id}", Map.of("", "digest")),
        ids.stream().map(id -> app.get("/api/digests/" + id).body()).toList());
    assertSame(
        readme.of("/report.json", Map.of("digests/[]/", "digest", "databases/[]/", "database")),
        List.of(app.get("/report.json").body()));
  }

  private static void assertSame(List<String> documented, List<String> answers) {
    Set<String> served = DocumentedJson.served(answers);
    assertThat(documented)
        .as("served of what is documented: %s", served)
        .isNotEmpty()
        .allMatch(field -> served.stream().anyMatch(each -> DocumentedJson.isFor(field, each)));
    assertThat(served)
        .as("documented of what is served")
        // A null that stands for a whole object has no fields of its own.
        .filteredOn(field -> documented.stream().noneMatch(each -> each.startsWith(field + "/")))
        .allMatch(field -> documented.stream().anyMatch(each -> DocumentedJson.isFor(each, field)));
  }
}
