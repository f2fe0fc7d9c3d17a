package io.jdbcmirror.servers.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** Does what no application should: the JVM holds its class loader from then on. */
public final class LeakServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    System.getProperties().put(UUID.randomUUID(), getClass());
    response.getWriter().println("held");
  }
}
