package io.jdbcmirror.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DangerousParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "socketFactory | jdbc:postgresql://h/d?a=b&socketFactory=x.Y&socketFactoryArg=http://e",
        "LOGGERFILE | jdbc:postgresql://h/d?LOGGERFILE=/etc/x",
        "socketFactory | jdbc:mariadb://h/d?socketFactory=x.Y",
        "queryInterceptors | jdbc:mysql://h/d?queryInterceptors=com.mysql.cj.X&autoDeserialize=true",
        "statementInterceptors | jdbc:mysql://(host=h,statementInterceptors=x.Y)/d",
        "INIT | jdbc:h2:mem:d;MODE=MySQL;INIT=RUNSCRIPT FROM 'http://e/x.sql'",
        "init | JDBC:H2:mem:d;init=x",
        "DATABASE_EVENT_LISTENER | jdbc:h2:mem:d;DATABASE_EVENT_LISTENER='x.Y'",
        "socketFactoryClass | jdbc:sqlserver://h;databaseName=d;socketFactoryClass=x.Y",
        "clientRerouteServerListJNDIName | jdbc:db2://h:1/d:clientRerouteServerListJNDIName=ldap://e;",
        "createFrom | jdbc:derby:d;createFrom=/tmp/x"
      })
  void whatLoadsOrRunsIsRefusedByItsName(String name, String url) {
    assertThat(DangerousParameters.firstIn(url)).isEqualTo(name);
    Properties properties = new Properties();
    properties.setProperty("jdbcmirror.target.url", url.replace("JDBC:", "jdbc:"));
    assertThatThrownBy(() -> Config.load(null, properties, Collections.emptyMap()))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .asString()
                    .startsWith("target.url has the parameter " + name + ","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/d?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
        "jdbc:postgresql://h/d?sslhostnameverifier=x.Y&sslpasswordcallback=x.Z&sslrootcert=/x",
        "jdbc:postgresql:///d?cloudSqlInstance=p:r:i&socketFactory=com.google.cloud.sql.postgres.SocketFactory",
        "jdbc:mysql://h/d?trustCertificateKeyStoreUrl=file:/x&sslMode=VERIFY_CA",
        "jdbc:mariadb://h/d?serverSslCert=/x&keyStore=/y&credentialType=AWS-IAM",
        "jdbc:h2:tcp://h/d;MODE=PostgreSQL;DATABASE_TO_UPPER=FALSE",
        "jdbc:sqlserver://h;databaseName=d;trustManagerClass=x.Y",
        "jdbc:mysql://h/init?a=b",
        "jdbc:unknown:x;INIT=y"
      })
  void encryptionLoginAndTheRestGoOnWorking(String url) {
    assertThat(DangerousParameters.firstIn(url)).isNull();
  }
}
