/**
 * What a schema is: values that refer to each other by name, equal when a user would call
 * the schemas equal. Reads nothing itself, knows no database and no other room. Equality
 * of what a schema has much of is written out: what the compiler gives a record is put
 * together when it is first asked for, which takes longer than to compare a small schema.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
