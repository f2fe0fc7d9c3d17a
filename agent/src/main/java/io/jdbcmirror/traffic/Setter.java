package io.jdbcmirror.traffic;

import java.util.HashMap;
import java.util.Map;

/**
 * The setters of {@link java.sql.PreparedStatement} whose arguments are carried to the target. One
 * constant for each method name; overloads differ in the arguments of the {@link Parameter}.
 */
public enum Setter {
  NULL("setNull"),
  BOOLEAN("setBoolean"),
  BYTE("setByte"),
  SHORT("setShort"),
  INT("setInt"),
  LONG("setLong"),
  FLOAT("setFloat"),
  DOUBLE("setDouble"),
  BIG_DECIMAL("setBigDecimal"),
  STRING("setString"),
  N_STRING("setNString"),
  BYTES("setBytes"),
  DATE("setDate"),
  TIME("setTime"),
  TIMESTAMP("setTimestamp"),
  URL("setURL"),
  ARRAY("setArray"),
  ASCII_STREAM("setAsciiStream"),
  UNICODE_STREAM("setUnicodeStream"),
  BINARY_STREAM("setBinaryStream"),
  CHARACTER_STREAM("setCharacterStream"),
  N_CHARACTER_STREAM("setNCharacterStream"),
  BLOB("setBlob"),
  CLOB("setClob"),
  N_CLOB("setNClob"),
  SQLXML("setSQLXML"),
  OBJECT("setObject");

  private static final Map<String, Setter> BY_NAME = new HashMap<>();

  static {
    for (Setter setter : values()) {
      BY_NAME.put(setter.methodName, setter);
    }
  }

  private final String methodName;

  Setter(String methodName) {
    this.methodName = methodName;
  }

  public String methodName() {
    return methodName;
  }

  /**
   * @throws IllegalArgumentException if no setter has this name
   */
  public static Setter of(String methodName) {
    Setter setter = BY_NAME.get(methodName);
    if (setter == null) {
      throw new IllegalArgumentException(methodName);
    }
    return setter;
  }
}
