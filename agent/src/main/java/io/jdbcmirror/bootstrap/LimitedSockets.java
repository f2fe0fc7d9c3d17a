package io.jdbcmirror.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets of connections to the target, for drivers that take a factory by its class
 * name: nothing that the target answers is read beyond a limit, whatever the driver would keep of
 * it in the application's memory. Stands here because the driver's loader has to find it.
 */
public final class LimitedSockets extends SocketFactory {
  private static volatile long maxAnswerBytes = Long.MAX_VALUE;

  /** For drivers. */
  public LimitedSockets() {}

  /** Of sockets that are made from now on. */
  public static void limit(long bytes) {
    maxAnswerBytes = bytes;
  }

  @Override
  public Socket createSocket() {
    return new LimitedSocket(maxAnswerBytes);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host, port, null, 0);
  }

  @Override
  public Socket createSocket(String host, int port, @Nullable InetAddress local, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, @Nullable InetAddress local, int localPort)
      throws IOException {
    Socket socket = createSocket();
    if (local != null) {
      socket.bind(new InetSocketAddress(local, localPort));
    }
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }
}
