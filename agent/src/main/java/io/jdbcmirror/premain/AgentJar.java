package io.jdbcmirror.premain;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;

/** Finds the jar this class came from, on the bootstrap path or the class path. */
final class AgentJar {
  private static final String ENTRY = "io/jdbcmirror/premain/AgentJar.class";

  private AgentJar() {}

  /** A class of the bootstrap loader has no code source: its resource says where it stands. */
  static File locate() throws IOException {
    URL resource = ClassLoader.getSystemResource(ENTRY);
    if (resource == null || !"jar".equals(resource.getProtocol())) {
      throw new IOException("the agent must be started from its jar");
    }
    URL jar = ((JarURLConnection) resource.openConnection()).getJarFileURL();
    try {
      return new File(new URI(jar.toExternalForm()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new File(jar.getPath()); // Java 8 leaves a blank in the path unescaped
    }
  }
}
