package io.jdbcmirror.premain;

/** Entry for {@code java -jar}: no agent, a program that reads what the agent has written. */
public final class Main {
  private static final String PROGRAM = "io.jdbcmirror.command.Program";
  private static final int FAILED = 1;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      return (Integer)
          new AgentClassLoader(AgentJar.locate())
              .loadClass(PROGRAM)
              .getMethod("run", String[].class)
              .invoke(null, (Object) arguments);
    } catch (Throwable t) {
      Throwable cause = t.getCause() == null ? t : t.getCause();
      Premain.say("error: could not start: " + Premain.firstLine(cause));
      return FAILED;
    }
  }
}
