package io.jdbcmirror.tests.app8;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads its driver as a web application does, on a thread that has everything of it that a new
 * thread takes over; then lets go of it, and prints what became of that.
 *
 * <p>Lives on until its standard input ends.
 */
public final class InheritingApp {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private InheritingApp() {}

  public static void main(String[] args) throws Exception {
    ThreadGroup group = new ThreadGroup("application");
    WeakReference<ClassLoader> loader = work(group);
    long start = System.nanoTime(); // a thread that is being started may hold it for a moment
    while (loader.get() != null && System.nanoTime() - start < PATIENCE_NANOS) {
      System.gc();
    }
    System.out.println("loader: " + (loader.get() == null ? "gone" : "held"));
    System.out.println("values taken over: " + System.getProperty("taken over", "0"));
    System.out.println("threads in its group: " + group.activeCount());
    awaitEnd();
  }

  private static WeakReference<ClassLoader> work(ThreadGroup group) throws Exception {
    URL[] classes = {
      InheritingApp.class.getProtectionDomain().getCodeSource().getLocation(),
    };
    ClassLoader loader =
        new URLClassLoader(classes, ClassLoader.getSystemClassLoader().getParent());
    Runnable work =
        loader
            .loadClass(InheritedWork.class.getName())
            .asSubclass(Runnable.class)
            .getConstructor()
            .newInstance();
    Thread thread = new Thread(group, work);
    thread.setContextClassLoader(loader);
    thread.start();
    thread.join();
    return new WeakReference<>(loader);
  }

  private static void awaitEnd() throws IOException {
    while (System.in.read() >= 0) {
      // Only the end of the input counts.
    }
  }
}
