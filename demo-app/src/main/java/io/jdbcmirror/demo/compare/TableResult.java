package io.jdbcmirror.demo.compare;

import java.util.List;

/**
 * What a comparison found in one table.
 *
 * @param examples the first few differences, in words
 */
public record TableResult(
    String table,
    long equal,
    long different,
    long onlyOnSource,
    long onlyOnTarget,
    List<String> examples) {

  public long sourceRows() {
    return equal + different + onlyOnSource;
  }

  public long targetRows() {
    return equal + different + onlyOnTarget;
  }

  public boolean isEqual() {
    return different + onlyOnSource + onlyOnTarget == 0;
  }
}
