/**
 * What a schema is: values that refer to each other by name, equal when a user would call
 * the schemas equal. Reads nothing itself, knows no database and no other room.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
