package dev.migrate.service;

import dev.migrate.plan.MigrationPlan;

/**
 * A run as a script.
 *
 * @param plan what it does
 * @param sql the whole text, ends with a line end
 */
public record Script(MigrationPlan plan, String sql) {
}
