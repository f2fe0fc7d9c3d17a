package io.jdbcmirror.tests.app;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/** Arguments of an application's own classes, each of whose methods throws when it is called. */
final class Hostile {
  /** Classes of which the application may have subclasses of its own, made by the generator. */
  static final List<Class<?>> EXTENDED =
      List.of(
          Object.class,
          InputStream.class,
          Reader.class,
          BigDecimal.class,
          Date.class,
          Time.class,
          Timestamp.class,
          GregorianCalendar.class,
          Properties.class);

  private static final Map<Class<?>, Supplier<Object>> PLAIN =
      Map.of(
          String.class, () -> "insert into blank values (1)",
          BigDecimal.class, () -> new BigDecimal("1.5"),
          Date.class, () -> new Date(0),
          Time.class, () -> new Time(0),
          Timestamp.class, () -> new Timestamp(0),
          Calendar.class, GregorianCalendar::new,
          Properties.class, Properties::new,
          Class.class, () -> String.class,
          URL.class, Hostile::url);

  private Hostile() {}

  private static URL url() {
    try {
      return new URL("http://localhost/");
    } catch (java.net.MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** A value of a parameter's type: the JDK's own where there is one and it is wanted. */
  static Object value(Class<?> type, boolean plain) {
    if (type.isPrimitive()) {
      return Array.get(Array.newInstance(type, 1), 0);
    }
    if (plain && PLAIN.containsKey(type)) {
      return PLAIN.get(type).get();
    }
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), 1);
      Array.set(array, 0, value(type.getComponentType(), plain));
      return array;
    }
    Class<?> extended = type == Calendar.class ? GregorianCalendar.class : type;
    if (EXTENDED.contains(extended)) {
      return subclass(extended);
    }
    return type.isInterface() ? implementation(type) : PLAIN.get(type).get();
  }

  /** Things that an application may bind as an object, beyond what a parameter's type says. */
  static List<Object> objects() {
    List<Object> objects = new ArrayList<>();
    for (Class<?> extended : EXTENDED) {
      objects.add(subclass(extended));
    }
    for (Class<?> type : Answers.TYPES) {
      objects.add(implementation(type));
    }
    objects.add(new Object[] {subclass(Object.class)});
    objects.add(new Timestamp(1));
    objects.add(new byte[] {1});
    return objects;
  }

  private static Object subclass(Class<?> extended) {
    try {
      Class<?> generated = Class.forName(Tape.PACKAGE + "Hostile" + extended.getSimpleName());
      return generated.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object implementation(Class<?> type) {
    return Proxy.newProxyInstance(
        Hostile.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          throw Tape.touched(Hostile.class);
        });
  }
}
