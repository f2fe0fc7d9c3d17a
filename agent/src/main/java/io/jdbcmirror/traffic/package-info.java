/**
 * What travels from the application's threads to the mirror's: transactions, requests, parameters,
 * and the bounded queue between the two sides. Capture writes it, the mirror reads it, nothing else
 * joins them.
 */
package io.jdbcmirror.traffic;
