package io.jdbcmirror.demo.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row: its key, and all its values as typed; arrays are wrapped so that equal is equal. */
public record Row(List<Object> key, List<@Nullable Object> values) {}
