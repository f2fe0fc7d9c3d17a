package io.jdbcmirror.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // PostgreSQL
        "jdbc:postgresql://new:5432/shop?user=app&password=s3&ssl=true |"
            + " jdbc:postgresql://new:5432/shop?user=app&password=***&ssl=true",
        "jdbc:postgresql://u:s3@new:5432/shop | jdbc:postgresql://***@new:5432/shop",
        "jdbc:postgresql://u:s@3@new/shop | jdbc:postgresql://***@new/shop",
        "jdbc:postgresql://a:1,b:2/shop?targetServerType=primary |"
            + " jdbc:postgresql://a:1,b:2/shop?targetServerType=primary",
        "jdbc:postgresql://h/shop?currentSchema=a,b&options=-c%20x=s3 |"
            + " jdbc:postgresql://h/shop?currentSchema=a,b&options=***",
        "jdbc:postgresql://h/shop?user=me@corp&password=s3 |"
            + " jdbc:postgresql://h/shop?user=me@corp&password=***",
        "jdbc:postgresql://h/shop?pass%77ord=s3 | jdbc:postgresql://h/shop?***",
        "jdbc:postgresql://h/shop?sslpassword=s3 | jdbc:postgresql://h/shop?sslpassword=***",
        // MariaDB and MySQL
        "jdbc:mariadb://h/shop?user=app&password=s3&useSsl=true |"
            + " jdbc:mariadb://h/shop?user=app&password=***&useSsl=true",
        "jdbc:mariadb:sequential://a:1,b/shop?keyStorePassword=s3 |"
            + " jdbc:mariadb:sequential://a:1,b/shop?keyStorePassword=***",
        "jdbc:mariadb://address=(host=a)(port=1)(type=primary)/shop?x=s3 |"
            + " jdbc:mariadb://address=(host=a)(port=1)(type=primary)/shop?x=***",
        "jdbc:mysql://app:s3@h:3306/shop | jdbc:mysql://***@h:3306/shop",
        "jdbc:mysql://(host=a,port=1,user=u,password=s3,x=s3),(host=b,port=2)/shop |"
            + " jdbc:mysql://(host=a,port=1,user=u,password=***),(host=b,port=2)***",
        "jdbc:mysql://[::1]:3306/shop | jdbc:mysql://[::1]:3306/shop",
        // H2
        "jdbc:h2:mem:shop;MODE=PostgreSQL;PASSWORD=s3;DB_CLOSE_DELAY=-1 |"
            + " jdbc:h2:mem:shop;MODE=PostgreSQL;PASSWORD=***;DB_CLOSE_DELAY=-1",
        "jdbc:h2:tcp://h/~/shop;USER=sa;password=s3 s3;CIPHER=AES |"
            + " jdbc:h2:tcp://h/~/shop;USER=sa;password=***;CIPHER=***",
        "jdbc:h2:mem:x;INIT=SET A 's3'\\;CREATE USER U PASSWORD 's3' |"
            + " jdbc:h2:mem:x;INIT=***;***",
        "jdbc:h2:C:/data/shop | jdbc:h2:C:/data/shop",
        // SQL Server
        "jdbc:sqlserver://h\\inst:1433;databaseName=shop;user=sa;password=s3;encrypt=true |"
            + " jdbc:sqlserver://h\\inst:1433;databaseName=shop;user=sa;password=***;encrypt=true",
        "jdbc:sqlserver://h;password={s3;s3=s3}}s3;s3};databaseName=shop |"
            + " jdbc:sqlserver://h;password=***;databaseName=shop",
        "jdbc:sqlserver://h;password={s3;s3=s3 | jdbc:sqlserver://h;password=***",
        "jdbc:sqlserver://;serverName=h;accessToken=s3 |"
            + " jdbc:sqlserver://;serverName=h;accessToken=***",
        // Oracle
        "jdbc:oracle:thin:scott/s3@h:1521:orcl | jdbc:oracle:thin:***@h:1521:orcl",
        "jdbc:oracle:thin:scott/s3@//h:1521/svc | jdbc:oracle:thin:***@//h:1521/svc",
        "jdbc:oracle:thin:scott/\"s@3?s=3//;\"@h:1521:orcl | jdbc:oracle:thin:***@h:1521:orcl",
        "jdbc:oracle:thin:@//h:1521/svc | jdbc:oracle:thin:@//h:1521/svc",
        "jdbc:oracle:thin:@tcps://h:1521/svc?wallet_location=s3&retry_count=3 |"
            + " jdbc:oracle:thin:@tcps://h:1521/svc?wallet_location=***&retry_count=3",
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=h)(PORT=1))"
            + "(CONNECT_DATA=(SERVICE_NAME=s))(SECURITY=(TOKEN=s3))) |"
            + " jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=h)(PORT=1))"
            + "(CONNECT_DATA=(SERVICE_NAME=s))(SECURITY=(TOKEN=***)))",
        // Derby, Db2, Informix, Teradata, SQLite, ClickHouse, Sybase, HSQLDB
        "jdbc:derby:memory:shop;create=true;user=app;password=s3;bootPassword=s3 |"
            + " jdbc:derby:memory:shop;create=true;user=app;password=***;bootPassword=***",
        "jdbc:db2://h:50000/shop:user=app;password=s3; |"
            + " jdbc:db2://h:50000/shop:user=app;password=***;",
        "jdbc:informix-sqli://h:1533/shop:INFORMIXSERVER=ol;user=u;password=s3 |"
            + " jdbc:informix-sqli://h:1533/shop:INFORMIXSERVER=ol;user=u;password=***",
        "jdbc:teradata://h/DATABASE=shop,USER=u,PASSWORD=s3,TMODE=s3 |"
            + " jdbc:teradata://h/DATABASE=shop,USER=u,PASSWORD=***",
        "jdbc:sqlite:/data/shop.db?cipher=s3&key=s3 |"
            + " jdbc:sqlite:/data/shop.db?cipher=***&key=***",
        "jdbc:clickhouse://s3token@h:8123/shop | jdbc:clickhouse://***@h:8123/shop",
        "jdbc:sybase:Tds:h:5000/shop?user=u&password=s3 |"
            + " jdbc:sybase:Tds:h:5000/shop?user=u&password=***",
        "jdbc:hsqldb:file:shop;crypt_key=s3;shutdown=true |"
            + " jdbc:hsqldb:file:shop;crypt_key=***;shutdown=true",
        // Odd ones
        "jdbc:acme:u:s3@h/shop | jdbc:acme:***@h/shop",
        "jdbc:acme://u:s3?s3@h/shop | jdbc:acme://***?***",
        "jdbc:acme://u:s3;s3@h/shop | jdbc:acme://***;***",
        "jdbc:acme://u:12?34@h/shop | jdbc:acme://***?***",
        "jdbc:acme://h/shop?password=s3&s3;s3#s3 | jdbc:acme://h/shop?password=***&***;***#***",
        "jdbc:acme://h/shop?password=s3,s3=s3 | jdbc:acme://h/shop?password=***",
        "jdbc:acme://h/shop?user=&password= | jdbc:acme://h/shop?user=&password=",
        "jdbc:acme://h/shop?Secret= s3 | jdbc:acme://h/shop?Secret=***",
        "jdbc:acme://h/shop?s3 | jdbc:acme://h/shop?***",
        "jdbc:p6spy:oracle:thin:u/s3@h:1:s | jdbc:p6spy:oracle:thin:***@h:1:s",
        "postgres://u:s3@h/shop | postgres://***@h/shop",
        // Globs
        "* | *",
        "jdbc:postgresql://*:*/shop?* | jdbc:postgresql://*:*/shop?*",
        "jdbc:h2:* | jdbc:h2:*",
        "'' | ''",
      })
  void hostAndDatabaseShowAndSecretsDoNot(String url, String masked) {
    assertThat(UrlMask.mask(url)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@", "jdbc:", "jdbc:x", "://", "?", "=", "a=", "{", "x={", "jdbc:oracle:"})
  void anyTextWillDo(String text) {
    assertThat(UrlMask.mask(text)).isNotNull();
    assertThat(UrlMask.mask("jdbc:oracle:thin:" + text)).isNotNull();
    assertThat(UrlMask.mask("jdbc:h2://" + text)).isNotNull();
  }
}
