package io.jdbcmirror.http;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.SpeedRule;
import io.jdbcmirror.report.Report;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exact paths, of which the last part may be an identifier, and two methods. Thread-safe. */
final class Router {
  /** Stands for the last part of a path, whatever it is. */
  private static final String ID = "{id}";

  private final Map<String, Page> pages;

  /**
   * @param pages by path; kept, not copied
   */
  Router(Map<String, Page> pages) {
    this.pages = pages;
  }

  static Router create(Config config, PrometheusRecorder recorder, StatusSource status)
      throws IOException {
    Map<String, Page> pages = new HashMap<>(PageFile.all());
    pages.put("/metrics", new MetricsPage(recorder.registry()));
    pages.put("/-/healthy", request -> Response.text(200, "healthy"));
    pages.put("/-/ready", new ReadyPage(recorder));
    Json json = new Json();
    SpeedRule rule = new SpeedRule(config.reportSlowerRatio());
    pages.put("/api/digests", new DigestsPage(recorder, rule, json));
    pages.put("/api/digests/" + ID, new DigestPage(recorder, rule, json));
    pages.put("/api/status", new StatusPage(config, recorder, status, json));
    Report report = new Report(config, recorder);
    pages.put("/report", new ReportPage(report));
    pages.put("/report.json", request -> new Response(200, "application/json", report.json()));
    return new Router(pages);
  }

  Response respond(Request request) throws IOException {
    Page page = page(request.path());
    if (page == null) {
      return Response.text(404, "not found");
    }
    String method = request.method();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Response.text(405, "method not allowed").header("Allow", "GET, HEAD");
    }
    return page.get(request);
  }

  private @Nullable Page page(String path) {
    Page exact = pages.get(path);
    return exact != null ? exact : pages.get(path.substring(0, path.lastIndexOf('/') + 1) + ID);
  }
}
