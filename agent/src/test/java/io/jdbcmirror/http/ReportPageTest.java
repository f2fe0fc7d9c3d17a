package io.jdbcmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** {@code /report} and {@code /report.json}. */
class ReportPageTest {
  private static Response get(String method, String path) throws Exception {
    Config config = Config.load("", new Properties(), Map.of());
    return Router.create(config, new PrometheusRecorder("test"), new FixedStatus())
        .respond(new Request(method, path, null, null));
  }

  private static String body(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void theReportIsHtmlOfWhichOnlyTheStyleIsAllowed() throws Exception {
    Response response = get("GET", "/report");

    assertThat(response.status()).isEqualTo(200);
    assertThat(body(response)).startsWith("<!DOCTYPE html>").contains("Not enough data");
    assertThat(response.headers()).containsEntry("Content-Type", "text/html; charset=utf-8");
    assertThat(response.headers().get("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .contains("style-src 'sha256-")
        .doesNotContain("script-src", "unsafe");
  }

  @Test
  void theSameIsThereAsJson() throws Exception {
    Response response = get("GET", "/report.json");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsEntry("Content-Type", "application/json");
    assertThat(body(response))
        .startsWith("{\"reportVersion\":1,\"verdict\":\"not_enough_data\",")
        .endsWith("}");
  }

  @Test
  void pathsAndMethodsAreExact() throws Exception {
    assertThat(get("HEAD", "/report").status()).isEqualTo(200);
    assertThat(get("POST", "/report").status()).isEqualTo(405);
    assertThat(get("GET", "/report/").status()).isEqualTo(404);
    assertThat(get("GET", "/report.html").status()).isEqualTo(404);
  }
}
