/** Programs of the frameworks that applications use; each needs its libraries on its class path. */
package io.jdbcmirror.tests.app.frameworks;
