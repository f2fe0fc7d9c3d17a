package io.jdbcmirror.command;

import io.jdbcmirror.support.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program's entry, by its name from {@code premain}. It holds the commands and no work. */
@Command(
    name = "java -jar jdbc-mirror-agent.jar",
    description = "The agent is attached with -javaagent; what it has written is read by:",
    mixinStandardHelpOptions = true,
    versionProvider = Program.class,
    subcommands = ReportCommand.class)
public final class Program implements IVersionProvider {
  /**
   * @return the exit status: 2 for a usage that is wrong, else the command's
   */
  public static int run(String[] arguments) {
    return new CommandLine(new Program()).execute(arguments);
  }

  @Override
  public String[] getVersion() {
    return new String[] {"jdbc-mirror " + Version.current()};
  }
}
