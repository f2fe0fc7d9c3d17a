package io.jdbcmirror.demo.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One scrape in the Prometheus text format. */
public final class PrometheusText {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+\\S+)?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final List<Sample> samples = new ArrayList<>();

  /** One line of it. */
  public record Sample(String name, Map<String, String> labels, double value) {
    public String label(String name) {
      return labels.getOrDefault(name, "");
    }
  }

  public PrometheusText(String text) {
    text.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
  }

  private void add(String line) {
    Matcher sample = SAMPLE.matcher(line.trim());
    if (sample.matches()) {
      double value = number(sample.group(3));
      samples.add(new Sample(sample.group(1), labels(sample.group(2)), value));
    }
  }

  private static Map<String, String> labels(String text) {
    return text == null
        ? Map.of()
        : LABEL
            .matcher(text)
            .results()
            .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
  }

  static double number(String text) {
    return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  public List<Sample> all(String name) {
    return samples.stream().filter(sample -> sample.name().equals(name)).toList();
  }

  /** Over all labels; 0 if there is no such metric. */
  public double sum(String name) {
    return sum(name, sample -> true);
  }

  public double sum(String name, Predicate<Sample> wanted) {
    return all(name).stream().filter(wanted).mapToDouble(Sample::value).sum();
  }
}
