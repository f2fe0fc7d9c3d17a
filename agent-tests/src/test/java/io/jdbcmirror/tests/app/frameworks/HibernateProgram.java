package io.jdbcmirror.tests.app.frameworks;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Entities with keys from a pooled sequence and with identity keys. */
final class HibernateProgram {
  @Entity(name = "Customer")
  @Table(name = "hibernate_customer")
  static class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers")
    @SequenceGenerator(name = "customers", sequenceName = "customers", allocationSize = 10)
    private Long id;

    private String name;

    Customer() {}

    Customer(String name) {
      this.name = name;
    }
  }

  @Entity(name = "Purchase")
  @Table(name = "hibernate_order")
  static class Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne private Customer customer;
    private int amount;

    Purchase() {}

    Purchase(Customer customer, int amount) {
      this.customer = customer;
      this.amount = amount;
    }
  }

  private HibernateProgram() {}

  /** Also with keys that it reads as an ordinary result, of RETURNING or of H2's FINAL TABLE. */
  static void run(DataSource dataSource) {
    run(dataSource, true);
    run(dataSource, false);
  }

  private static void run(DataSource dataSource, boolean asksForKeys) {
    Configuration configuration =
        new Configuration()
            .addAnnotatedClass(Customer.class)
            .addAnnotatedClass(Purchase.class)
            .setProperty("hibernate.hbm2ddl.auto", "create")
            .setProperty("hibernate.jdbc.use_get_generated_keys", asksForKeys)
            .setProperty("hibernate.jdbc.batch_size", "10");
    configuration.getProperties().put("hibernate.connection.datasource", dataSource);
    try (SessionFactory sessions = configuration.buildSessionFactory()) {
      insert(sessions, 1, 25);
      rollBack(sessions);
      insert(sessions, 100, 3);
      change(sessions);
    }
  }

  private static void insert(SessionFactory sessions, int first, int count) {
    sessions.inTransaction(
        session -> {
          for (int i = first; i < first + count; i++) {
            Customer customer = new Customer("customer " + i);
            session.persist(customer);
            session.persist(new Purchase(customer, i));
          }
        });
  }

  private static void rollBack(SessionFactory sessions) {
    try {
      sessions.inTransaction(
          session -> {
            Customer customer = new Customer("rolled back");
            session.persist(customer);
            session.persist(new Purchase(customer, 0)); // the next identity key leaves a gap
            session.flush();
            throw new IllegalStateException("to be rolled back");
          });
    } catch (IllegalStateException expected) {
      return;
    }
    throw new AssertionError("not rolled back");
  }

  private static void change(SessionFactory sessions) {
    sessions.inTransaction(
        session -> {
          for (Customer customer :
              session
                  .createSelectionQuery(
                      "from Customer where name like 'customer 1%'", Customer.class)
                  .list()) {
            customer.name = "changed " + customer.id;
          }
        });
    sessions.inTransaction(
        session ->
            session.createMutationQuery("delete from Purchase where amount = 7").executeUpdate());
  }
}
