package io.jdbcmirror.http;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The metrics server's own key, from a file. */
final class Tls {
  private Tls() {}

  /**
   * @param keystore PKCS12 or JKS: either way of opening takes both (the JDK's dual format)
   * @throws IOException if it cannot be read, the password is wrong, or it holds no key; the
   *     message names the setting
   */
  static SSLContext context(File keystore, char[] password) throws IOException {
    try (InputStream in = new FileInputStream(keystore)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(in, password);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IOException(
          "metrics.keystore="
              + keystore
              + " cannot be used with the password given: "
              + e.getClass().getSimpleName());
    }
  }
}
