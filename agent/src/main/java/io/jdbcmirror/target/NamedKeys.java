package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.StatementText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insert that is made to name its keys itself: for targets that cannot be told the next one, and
 * for keys with gaps between them. Immutable.
 */
final class NamedKeys {
  private final KeyPlaces places;

  private NamedKeys(KeyPlaces places) {
    this.places = places;
  }

  /**
   * @return null where the target takes no such insert, or it is not certain how it would read
   */
  static @Nullable NamedKeys of(
      Request request, InsertText insert, KeyColumn column, Vendor target) {
    String sql = request.statement().sql();
    String clause = target.overriding();
    if (sql == null || clause == null || insert.tuples() == InsertText.UNKNOWN) {
      return null;
    }
    KeyPlaces places = KeyPlaces.find(sql, target, insert, column, clause);
    return places == null || !fits(request, places) ? null : new NamedKeys(places);
  }

  /** Each placeholder is a parameter, and there are no others. */
  private static boolean fits(Request request, KeyPlaces places) {
    int placeholders = places.placeholders();
    return isPlain(request)
        ? placeholders == 0
        : request.rows().stream().allMatch(row -> row.length == placeholders);
  }

  private static boolean isPlain(Request request) {
    return request.statement().form() == StatementText.Form.PLAIN;
  }

  /**
   * @param keys one for each of its rows, in their order
   */
  Request request(Request own, long[] keys) {
    StatementText text = own.statement();
    String sql = isPlain(own) ? places.write(keys) : places.write(null);
    return Request.of(text.withSql(sql), own.call())
        .rows(rows(own.rows(), keys))
        .options(own.options())
        .build();
  }

  private List<Parameter[]> rows(List<Parameter[]> own, long[] keys) {
    List<Parameter[]> rows = new ArrayList<>(own.size());
    int each = places.count();
    for (int i = 0; i < own.size(); i++) {
      rows.add(row(own.get(i), Arrays.copyOfRange(keys, i * each, (i + 1) * each)));
    }
    return rows;
  }

  private Parameter[] row(Parameter[] own, long[] keys) {
    Parameter[] row = new Parameter[own.length + keys.length];
    for (int i = 0; i < own.length; i++) {
      row[i] = own[i].at(own[i].index() + places.countBefore(own[i].index()));
    }
    for (int i = 0; i < keys.length; i++) {
      row[own.length + i] = Parameter.of(Setter.LONG, places.index(i), keys[i], null, null);
    }
    return row;
  }
}
