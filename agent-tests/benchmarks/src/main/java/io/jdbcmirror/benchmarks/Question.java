package io.jdbcmirror.benchmarks;

/** Something that is measured: one section of the results. */
public interface Question {
  /** The word by which it is asked for on the command line. */
  String name();

  /** Its headline in the results. */
  String title();

  /**
   * Measures. Servers and applications that it starts are gone when it returns.
   *
   * @throws Exception if it could not be measured: nothing is written then
   */
  Section answer(Effort effort) throws Exception;
}
