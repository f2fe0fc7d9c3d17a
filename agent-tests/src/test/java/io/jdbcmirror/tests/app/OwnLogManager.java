package io.jdbcmirror.tests.app;

import java.util.logging.LogManager;

/** As application servers have one: named by a system property before anybody asks for a logger. */
public final class OwnLogManager extends LogManager {}
