package dev.migrate.plan;

import org.jspecify.annotations.Nullable;

/**
 * Who plans: what the version table writes beside a revision.
 *
 * @param actor a person or a principal
 * @param applicationVersion the version of the application, or null if it has none
 */
public record PlanContext(String actor, @Nullable String applicationVersion) {
}
