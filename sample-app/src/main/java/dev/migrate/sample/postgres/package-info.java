/**
 * A PostgreSQL server for a checkout that has none: unpacked, started, shared by the
 * processes of this application and stopped by the last of them. Knows nothing of
 * students; an application of yours would not have this package.
 */
@NullMarked
package dev.migrate.sample.postgres;

import org.jspecify.annotations.NullMarked;
