/**
 * The face over HTTP and JMX: endpoint, health and info. Translates between requests,
 * values and statuses; decides nothing about revisions.
 */
@NullMarked
package dev.migrate.boot.actuate;

import org.jspecify.annotations.NullMarked;
