package io.jdbcmirror.tests.app;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Does, step by step, what its test tells it on standard input: each line is a serialized {@link
 * Question}, each answer one line of standard output. Ends with its input.
 */
public final class ScriptApp {
  public static final String ANSWER = "=> ";
  public static final String FAILURE = "=! ";

  private ScriptApp() {}

  public static void main(String[] args) throws Exception {
    Scene scene = new Scene(args[0], args[1], args[2]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(reply(line, scene));
    }
    System.exit(0);
  }

  private static String reply(String line, Scene scene) {
    try {
      Question<?> question = (Question<?>) decode(line);
      return ANSWER + encode(question.answer(scene));
    } catch (Throwable failure) {
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text));
      return FAILURE + encode(text.toString());
    }
  }

  public static String encode(Serializable value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    } catch (IOException e) {
      throw new IllegalArgumentException("a step may not capture its test", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  public static Object decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
