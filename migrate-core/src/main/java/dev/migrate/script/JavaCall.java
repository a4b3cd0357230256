package dev.migrate.script;

import java.util.function.Consumer;

import dev.migrate.migration.Operations;

/**
 * A statement of a Java revision.
 *
 * @param code as it is written, without indentation
 * @param action what it records
 */
record JavaCall(String code, Consumer<Operations> action) {
}
