package io.jdbcmirror.servers.boot;

import io.jdbcmirror.servers.Shop;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders over the pool that Spring Boot makes of its settings. */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class ShopApplication {
  private final DataSource dataSource;

  public ShopApplication(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public static void main(String[] arguments) {
    SpringApplication.run(ShopApplication.class, arguments);
  }

  @GetMapping("/order")
  String order(@RequestParam("customer") String customer) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Shop.order(connection, customer) + "\n";
    }
  }
}
