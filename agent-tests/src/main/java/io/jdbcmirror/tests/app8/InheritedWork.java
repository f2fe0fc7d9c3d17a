package io.jdbcmirror.tests.app8;

/** What runs in a class loader of its own, and loads a driver of the system's. */
public final class InheritedWork implements Runnable {
  private static final InheritableThreadLocal<Object> TOLD = new Told();

  /** Tells how often a new thread has taken a value over. */
  private static final class Told extends InheritableThreadLocal<Object> {
    @Override
    protected Object childValue(Object value) {
      System.setProperty("taken over", String.valueOf(Integer.getInteger("taken over", 0) + 1));
      return value;
    }
  }

  /** By reflection. */
  public InheritedWork() {}

  @Override
  public void run() {
    TOLD.set(this);
    try {
      Class.forName(IdleDriver.class.getName(), true, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
