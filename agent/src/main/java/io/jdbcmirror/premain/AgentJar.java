package io.jdbcmirror.premain;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;

/** Finds the jar this class came from, on the bootstrap path or the class path. */
final class AgentJar {
  private static final String ENTRY = "io/jdbcmirror/premain/AgentJar.class";

  private AgentJar() {}

  static File locate() throws IOException {
    CodeSource source = AgentJar.class.getProtectionDomain().getCodeSource();
    File jar = source == null || source.getLocation() == null ? null : file(source.getLocation());
    return jar != null && jar.isFile() ? jar : locateByResource();
  }

  /**
   * A class of the bootstrap loader has no code source: its resource says where it stands. Not
   * asked first, as the system loader opens every jar of the application to find it.
   */
  private static File locateByResource() throws IOException {
    URL resource = ClassLoader.getSystemResource(ENTRY);
    if (resource == null || !"jar".equals(resource.getProtocol())) {
      throw new IOException("the agent must be started from its jar");
    }
    return file(((JarURLConnection) resource.openConnection()).getJarFileURL());
  }

  private static File file(URL jar) {
    try {
      return new File(new URI(jar.toExternalForm()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new File(jar.getPath()); // Java 8 leaves a blank in the path unescaped
    }
  }
}
