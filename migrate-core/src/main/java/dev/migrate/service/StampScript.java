package dev.migrate.service;

import dev.migrate.plan.StampPlan;

/**
 * A stamp as a script.
 *
 * @param plan what it changes
 * @param sql the whole text, ends with a line end
 */
public record StampScript(StampPlan plan, String sql) {
}
