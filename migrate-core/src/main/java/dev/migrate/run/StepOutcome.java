package dev.migrate.run;

import java.time.Duration;

import dev.migrate.plan.Step;

/**
 * A step that is done and committed.
 *
 * @param step what was done
 * @param took how long its statements took
 */
public record StepOutcome(Step step, Duration took) {
}
