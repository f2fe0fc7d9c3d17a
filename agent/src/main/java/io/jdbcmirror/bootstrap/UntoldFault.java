package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** A fault of which the handler could not be told as it happened, and the one before it. */
final class UntoldFault {
  final String hook;
  final @Nullable Object subject;
  final Throwable thrown;
  final @Nullable UntoldFault next;

  UntoldFault(String hook, @Nullable Object subject, Throwable thrown, @Nullable UntoldFault next) {
    this.hook = hook;
    this.subject = subject;
    this.thrown = thrown;
    this.next = next;
  }
}
