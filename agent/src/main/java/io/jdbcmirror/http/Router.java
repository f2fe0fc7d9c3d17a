package io.jdbcmirror.http;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exact paths, and two methods. Thread-safe. */
final class Router {
  private final Map<String, Page> pages;

  /**
   * @param pages by path; kept, not copied
   */
  Router(Map<String, Page> pages) {
    this.pages = pages;
  }

  static Router create(Config config, PrometheusRecorder recorder, StatusSource status)
      throws IOException {
    Map<String, Page> pages = new HashMap<>();
    pages.put("/", new HtmlPage());
    pages.put("/metrics", new MetricsPage(recorder.registry()));
    pages.put("/-/healthy", accept -> Response.text(200, "healthy"));
    pages.put("/-/ready", new ReadyPage(recorder));
    pages.put("/api/status", new StatusPage(config, recorder, status));
    return new Router(pages);
  }

  /**
   * @param path as it was sent, not decoded; null if the request had none
   */
  Response respond(String method, @Nullable String path, @Nullable String accept)
      throws IOException {
    Page page = path == null ? null : pages.get(path);
    if (page == null) {
      return Response.text(404, "not found");
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Response.text(405, "method not allowed").header("Allow", "GET, HEAD");
    }
    return page.get(accept);
  }
}
