package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of a report's JSON. What should be there and is not makes the report unreadable. */
final class Node {
  private final Map<?, ?> fields;

  private Node(Map<?, ?> fields) {
    this.fields = fields;
  }

  /**
   * @throws IOException if it is not one JSON object
   */
  static Node read(InputStream in) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(in)) {
      parser.nextToken();
      Node node = node(value(parser), "the whole");
      if (parser.nextToken() != null) {
        throw new IOException("there is something behind its end");
      }
      return node;
    }
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        map.put(name, value(parser));
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    return scalar(parser, token);
  }

  private static @Nullable Object scalar(JsonParser parser, @Nullable JsonToken token)
      throws IOException {
    if (token == null) {
      throw new IOException("it ends too early");
    }
    if (token.isNumeric()) {
      return parser.getDoubleValue();
    }
    if (token.isBoolean()) {
      return parser.getBooleanValue();
    }
    return token == JsonToken.VALUE_NULL ? null : parser.getText();
  }

  private static Node node(@Nullable Object value, String name) throws IOException {
    return new Node(expect(value, Map.class, name));
  }

  private static <T> T expect(@Nullable Object value, Class<T> type, String name)
      throws IOException {
    if (!type.isInstance(value)) {
      throw new IOException("it is no report of jdbc-mirror: " + name + " is not as it should be");
    }
    return type.cast(value);
  }

  /** In the order they were written in. */
  Set<?> names() {
    return fields.keySet();
  }

  boolean isNull(String name) {
    return fields.get(name) == null;
  }

  String text(String name) throws IOException {
    return expect(fields.get(name), String.class, name);
  }

  boolean flag(String name) throws IOException {
    return expect(fields.get(name), Boolean.class, name);
  }

  double number(String name) throws IOException {
    return expect(fields.get(name), Double.class, name);
  }

  Node node(String name) throws IOException {
    return node(fields.get(name), name);
  }

  List<Node> nodes(String name) throws IOException {
    List<Node> nodes = new ArrayList<>();
    for (Object value : expect(fields.get(name), List.class, name)) {
      nodes.add(node(value, name));
    }
    return nodes;
  }
}
