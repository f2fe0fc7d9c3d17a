package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Setter;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says which inserts MariaDB's driver may send its own way, as one statement with many rows. It
 * then has values in binary form, where that of a single insert stands in its text: only those that
 * are the same value in both may go. The server tells how many rows it has made in all, which is
 * enough where each insert makes one or fails.
 */
final class BulkInsert {
  private static final Pattern PARAMETERS_ALONE =
      Pattern.compile(
          "\\bvalues\\s*\\(\\s*\\?(\\s*,\\s*\\?)*\\s*\\)\\s*$", Pattern.CASE_INSENSITIVE);

  /** Not floating numbers: a float is another double. Not moments: they make other texts. */
  private static final Set<Setter> SAME =
      EnumSet.of(Setter.NULL, Setter.SHORT, Setter.INT, Setter.LONG, Setter.STRING);

  private BulkInsert() {}

  static boolean takes(Request request) {
    String sql = request.statement().sql();
    if (sql == null || !BatchText.isInsert(sql) || !PARAMETERS_ALONE.matcher(sql).find()) {
      return false;
    }
    for (Parameter parameter : request.rows().get(0)) {
      if (!SAME.contains(parameter.setter())) {
        return false;
      }
    }
    return true;
  }
}
