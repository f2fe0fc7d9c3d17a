package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/**
 * Where in the application statements are executed: looked at now and then, since it takes some
 * microseconds. Of each text the first execution, then ever fewer, then one in {@value #ONE_IN}.
 * Thread-safe; a count lost among threads is no harm.
 */
final class CallSites {
  private static final int SLOTS = 1024;
  private static final int ONE_IN = 1024;

  /** Those between the application and its driver. */
  private static final String[] OTHERS = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "io.jdbcmirror.bootstrap.",
    "io.jdbcmirror.capture.",
    "org.postgresql.",
    "org.mariadb.",
    "com.mysql.",
    "org.h2.",
    "org.hsqldb.",
    "org.apache.",
    "org.sqlite.",
    "oracle.",
    "com.microsoft.sqlserver.",
    "com.ibm.db2.",
    "com.zaxxer.hikari.",
    "com.mchange.",
    "com.alibaba.druid.",
    "org.vibur.",
    "io.agroal.",
    "com.p6spy.",
    "net.ttddyy.",
    "org.hibernate.",
    "jakarta.",
    "org.eclipse.persistence.",
    "org.springframework.",
    "org.mybatis.",
    "com.baomidou.",
    "org.jooq.",
    "org.jdbi.",
    "io.ebean.",
    "com.querydsl.",
    "org.flywaydb.",
    "liquibase.",
    "io.quarkus.",
    "io.micronaut.",
    "org.jboss.",
    "kotlin.",
    "scala.",
    "groovy.",
    "org.codehaus.groovy."
  };

  private final int[] executions = new int[SLOTS];

  /**
   * The caller's frame, if it is to be looked at.
   *
   * @param sql of the statement that is being executed; of null nothing is looked at
   * @return null if it is not looked at this time, or there is none of the application's
   */
  @Nullable StackTraceElement sample(@Nullable String sql) {
    return sql != null && isDue(++executions[sql.hashCode() & (SLOTS - 1)])
        ? find(new Throwable().getStackTrace())
        : null;
  }

  private static boolean isDue(int execution) {
    return (execution & (execution - 1)) == 0 || execution % ONE_IN == 0;
  }

  /** The innermost frame of the application, behind its driver, pool and frameworks. */
  static @Nullable StackTraceElement find(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      if (isOfApplication(frame.getClassName())) {
        return frame;
      }
    }
    return null;
  }

  private static boolean isOfApplication(String className) {
    if (className.contains("$$") || className.contains("$Proxy")) {
      return false; // made at run time
    }
    for (String other : OTHERS) {
      if (className.startsWith(other)) {
        return false;
      }
    }
    return true;
  }
}
