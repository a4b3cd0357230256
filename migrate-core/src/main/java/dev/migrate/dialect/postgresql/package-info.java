/**
 * PostgreSQL 14 to 18. Nothing outside sees more of it than its public class.
 */
@NullMarked
package dev.migrate.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
