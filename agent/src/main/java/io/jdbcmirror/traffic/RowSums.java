package io.jdbcmirror.traffic;

import java.util.Arrays;

/**
 * Checksums of a result's rows: one that knows their order and one that does not, and the hashes of
 * the first rows, for results that are not read to their end. Not thread-safe.
 */
public final class RowSums {
  private static final long[] NONE = {};

  private final int kept;
  private long rows;
  private long sum;
  private long sequence;
  private long[] first = NONE;

  /**
   * @param kept of so many rows the hashes are kept, 8 bytes each
   */
  public RowSums(int kept) {
    this.kept = kept;
  }

  public void add(long rowHash) {
    long hash = CellHash.mix(rowHash);
    if (rows < kept) {
      keep(hash);
    }
    rows++;
    sum += hash;
    sequence = CellHash.mix(sequence + hash);
  }

  private void keep(long hash) {
    int at = (int) rows;
    if (at == first.length) {
      first = Arrays.copyOf(first, Math.min(kept, Math.max(4, at * 2)));
    }
    first[at] = hash;
  }

  public long rows() {
    return rows;
  }

  /** Whether these are the same rows, in the same order if that counts. */
  public boolean isSame(RowSums other, boolean ordered) {
    return rows == other.rows && (ordered ? sequence == other.sequence : sum == other.sum);
  }

  /** Whether that many rows are still known one by one. */
  public boolean knows(long count) {
    return count <= Math.min(rows, kept);
  }

  /**
   * Whether a result that was read in part holds the first of these rows, or, where order does not
   * count, any of them, each as often as here at most. Both must know them: {@link #knows}.
   */
  public boolean startsWith(RowSums part, boolean ordered) {
    int length = (int) part.rows;
    return ordered
        ? Arrays.equals(Arrays.copyOf(first, length), Arrays.copyOf(part.first, length))
        : holdsAll(Arrays.copyOf(part.first, length));
  }

  private boolean holdsAll(long[] wanted) {
    long[] there = Arrays.copyOf(first, (int) Math.min(rows, kept));
    Arrays.sort(there);
    Arrays.sort(wanted);
    int at = 0;
    for (long hash : wanted) {
      while (at < there.length && there[at] < hash) {
        at++;
      }
      if (at == there.length || there[at++] != hash) {
        return false;
      }
    }
    return true;
  }
}
