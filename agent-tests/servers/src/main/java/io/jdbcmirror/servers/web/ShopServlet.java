package io.jdbcmirror.servers.web;

import io.jdbcmirror.servers.Shop;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.h2.Driver;

/**
 * Takes an order. Its connection is the server's data source that the system property {@code
 * shop.jndi} names, or where there is none one of the driver that the web application brings.
 */
public final class ShopServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    try (Connection connection = connect()) {
      response.getWriter().println(Shop.order(connection, request.getParameter("customer")));
    } catch (SQLException | NamingException e) {
      throw new IOException(e);
    }
  }

  @SuppressWarnings("BanJNDI") // the name comes from the server's own command line
  private static Connection connect() throws SQLException, NamingException {
    String jndi = System.getProperty("shop.jndi");
    if (jndi != null) {
      return InitialContext.<DataSource>doLookup(jndi).getConnection();
    }
    Driver.load(); // servers use DriverManager before they know of applications
    return DriverManager.getConnection(
        System.getProperty("shop.url"),
        System.getProperty("shop.user"),
        System.getProperty("shop.password"));
  }
}
