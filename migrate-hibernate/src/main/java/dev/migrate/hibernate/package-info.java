/**
 * Entities read as a schema: the statements that create it, and which attribute each
 * object was made for. The only package that sees Hibernate; never opens the user's
 * database and compares nothing.
 */
@NullMarked
package dev.migrate.hibernate;

import org.jspecify.annotations.NullMarked;
