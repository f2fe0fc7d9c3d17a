package io.jdbcmirror.tests.app;

import javax.transaction.xa.Xid;

/** A branch of a distributed transaction, by one number. */
public record BranchId(int number) implements Xid {
  @Override
  public int getFormatId() {
    return number;
  }

  @Override
  public byte[] getGlobalTransactionId() {
    return new byte[] {(byte) number};
  }

  @Override
  public byte[] getBranchQualifier() {
    return new byte[] {(byte) number};
  }
}
