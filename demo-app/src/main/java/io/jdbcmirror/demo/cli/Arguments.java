package io.jdbcmirror.demo.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command line of {@code --name value}, {@code --name=value} and {@code --flag}. */
public final class Arguments {
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> flags = new HashSet<>();

  /**
   * @param valued names that want a value, with their dashes
   * @param plain names that take none
   * @throws UsageException for an option of neither kind, and for one without its value
   */
  public Arguments(List<String> arguments, Set<String> valued, Set<String> plain) {
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (valued.contains(name)) {
        values.put(name, equals < 0 ? valueAfter(name, rest) : argument.substring(equals + 1));
      } else if (plain.contains(argument)) {
        flags.add(argument);
      } else {
        throw new UsageException("unknown option " + argument);
      }
    }
  }

  private static String valueAfter(String name, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new UsageException(name + " wants a value");
    }
    return rest.next();
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  /**
   * @throws UsageException if it is not given
   */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new UsageException(name + " is missing");
    }
    return value;
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  public long wholeNumber(String name, long otherwise, long least, long most) {
    @Nullable String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    String allowed = "a whole number from " + least + " to " + most;
    try {
      return within(name, Long.parseLong(value), least, most, allowed);
    } catch (NumberFormatException notANumber) {
      throw refused(name, value, allowed);
    }
  }

  public double fraction(String name, double otherwise) {
    @Nullable String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    String allowed = "a number from 0.0 to 1.0";
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message for both.
    }
    throw refused(name, value, allowed);
  }

  private static long within(String name, long value, long least, long most, String allowed) {
    if (value < least || value > most) {
      throw refused(name, Long.toString(value), allowed);
    }
    return value;
  }

  private static UsageException refused(String name, String value, String allowed) {
    return new UsageException(name + " is " + value + ", but must be " + allowed);
  }
}
