package io.jdbcmirror.benchmarks.growth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Lines over evenly spaced values, as an SVG that can be read on a light and a dark page. */
final class Plot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int LEFT = 96;
  private static final int RIGHT = 32;
  private static final int TOP = 72;
  private static final int BOTTOM = 40;

  private static final String STYLE =
      """
      <style>
        rect { fill: #ffffff }
        text { font: 13px system-ui, sans-serif; fill: #24292f }
        .title { font-size: 16px; font-weight: 600 }
        .middle { text-anchor: middle }
        .end { text-anchor: end }
        .grid { stroke: #d0d7de; stroke-width: 1 }
        .line { fill: none; stroke-width: 2.5 }
        .line0 { stroke: #6e7781 } .dot0 { fill: #6e7781 }
        .line1 { stroke: #0969da } .dot1 { fill: #0969da }
        @media (prefers-color-scheme: dark) {
          rect { fill: #0d1117 }
          text { fill: #e6edf3 }
          .grid { stroke: #30363d }
          .line0 { stroke: #8b949e } .dot0 { fill: #8b949e }
          .line1 { stroke: #58a6ff } .dot1 { fill: #58a6ff }
        }
      </style>
      """;

  private record Line(String name, List<Double> values) {}

  private final String title;
  private final List<String> labels;
  private final Scale scale;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param labels below the values, from left to right, two at least
   */
  Plot(String title, List<String> labels, Scale scale) {
    this.title = title;
    this.labels = List.copyOf(labels);
    this.scale = scale;
  }

  /** The baseline first: it is drawn in grey. */
  void line(String name, List<Double> values) {
    lines.add(new Line(name, values));
  }

  String svg() {
    List<Double> ticks = ticks();
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%1$d' height='%2$d'"
            + " role='img' aria-label='%s'>",
        WIDTH,
        HEIGHT,
        title);
    svg.append(STYLE);
    add(svg, "<rect width='%d' height='%d'/>", WIDTH, HEIGHT);
    add(svg, "<text class='title' x='%d' y='26'>%s</text>", LEFT, title);
    for (double tick : ticks) {
      double y = y(tick, ticks);
      add(svg, "<path class='grid' d='M%d %.1fH%d'/>", LEFT, y, WIDTH - RIGHT);
      add(svg, "<text class='end' x='%d' y='%.1f'>%,.0f</text>", LEFT - 8, y + 4, tick);
    }
    for (int i = 0; i < labels.size(); i++) {
      add(svg, "<text class='middle' x='%.1f' y='%d'>%s</text>", x(i), HEIGHT - 14, labels.get(i));
    }
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, i, ticks);
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(StringBuilder svg, int number, List<Double> ticks) {
    Line line = lines.get(number);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < line.values().size(); i++) {
      double y = y(line.values().get(i), ticks);
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(i), y));
      add(svg, "<circle class='dot%d' cx='%.1f' cy='%.1f' r='3.5'/>", number, x(i), y);
    }
    add(svg, "<path class='line line%d' d='%s'/>", number, path);
    int x = LEFT + number * 180;
    add(svg, "<path class='line line%d' d='M%d 46h24'/>", number, x);
    add(svg, "<text x='%d' y='50'>%s</text>", x + 32, line.name());
  }

  private List<Double> ticks() {
    List<Double> all = lines.stream().map(Line::values).flatMap(Collection::stream).toList();
    double least = all.stream().mapToDouble(value -> value).min().orElse(1);
    double greatest = all.stream().mapToDouble(value -> value).max().orElse(1);
    return scale.ticks(least, greatest);
  }

  private double x(int index) {
    double step = (double) (WIDTH - LEFT - RIGHT - 48) / (labels.size() - 1);
    return LEFT + 24 + index * step;
  }

  private double y(double value, List<Double> ticks) {
    return HEIGHT - BOTTOM - scale.height(value, ticks) * (HEIGHT - BOTTOM - TOP);
  }

  private static void add(StringBuilder svg, String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
