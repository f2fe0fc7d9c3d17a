package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Setter;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.sql.SQLException;
import java.sql.SQLXML;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import org.jspecify.annotations.Nullable;

/** Stands between a driver and a {@link SQLXML}; each call is passed on as it is. */
final class RecordingXml implements SQLXML, Recorded {
  private final SQLXML xml;
  private final Recording recording;

  RecordingXml(SQLXML xml, Recording recording) {
    this.xml = xml;
    this.recording = recording;
  }

  @Override
  public Recording recording() {
    return recording;
  }

  @Override
  public Setter sentBy(Setter called) {
    return Setter.SQLXML;
  }

  @Override
  public @Nullable String getString() throws SQLException {
    String text = xml.getString();
    if (text == null) {
      recording.lose();
    } else {
      recording.isLong(text.length());
      recording.part(1, text);
    }
    return text;
  }

  @Override
  public @Nullable Reader getCharacterStream() throws SQLException {
    Reader reader = xml.getCharacterStream();
    recording.opened(1);
    return reader == null ? null : new RecordingReader(reader, recording);
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    recording.lose();
    return xml.getBinaryStream();
  }

  @Override
  public <T extends Source> T getSource(Class<T> type) throws SQLException {
    recording.lose();
    return xml.getSource(type);
  }

  @Override
  public void setString(String text) throws SQLException {
    recording.lose();
    xml.setString(text);
  }

  @Override
  public OutputStream setBinaryStream() throws SQLException {
    recording.lose();
    return xml.setBinaryStream();
  }

  @Override
  public Writer setCharacterStream() throws SQLException {
    recording.lose();
    return xml.setCharacterStream();
  }

  @Override
  public <T extends Result> T setResult(Class<T> type) throws SQLException {
    recording.lose();
    return xml.setResult(type);
  }

  @Override
  public void free() throws SQLException {
    xml.free();
  }

  @Override
  public String toString() {
    return xml.toString();
  }
}
