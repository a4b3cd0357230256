/**
 * PostgreSQL 14 to 18. Shows one public class.
 */
@NullMarked
package dev.migrate.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
