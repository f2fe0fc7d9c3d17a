package io.jdbcmirror.tests.app.frameworks;

import javax.sql.DataSource;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** A mapper, in sessions that are committed, rolled back and batched. */
final class MyBatisProgram {
  /** Statements by annotation. */
  interface Notes {
    @Update("create table mybatis_note (id int primary key, text varchar(100))")
    void create();

    @Insert("insert into mybatis_note values (#{id}, #{text})")
    int add(@Param("id") int id, @Param("text") String text);

    @Update("update mybatis_note set text = #{text} where id = #{id}")
    int change(@Param("id") int id, @Param("text") String text);

    @Select("select text from mybatis_note where id = #{id}")
    String text(@Param("id") int id);
  }

  private MyBatisProgram() {}

  static void run(DataSource dataSource) {
    Configuration configuration =
        new Configuration(new Environment("test", new JdbcTransactionFactory(), dataSource));
    configuration.addMapper(Notes.class);
    SqlSessionFactory sessions = new SqlSessionFactoryBuilder().build(configuration);
    try (SqlSession session = sessions.openSession()) {
      Notes notes = session.getMapper(Notes.class);
      notes.create();
      notes.add(1, "one");
      notes.add(2, null);
      notes.change(1, "changed: " + notes.text(1));
      session.commit();
      notes.add(3, "rolled back");
      session.rollback();
    }
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      Notes notes = session.getMapper(Notes.class);
      for (int id = 10; id < 30; id++) {
        notes.add(id, "batch " + id);
      }
      notes.change(10, "changed in a batch");
      session.commit();
    }
  }
}
