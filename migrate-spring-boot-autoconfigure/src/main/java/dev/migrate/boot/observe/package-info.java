/**
 * What others see of a run: log lines, observations, a gauge, startup steps and
 * application events. Watches; never changes what a run does.
 */
@NullMarked
package dev.migrate.boot.observe;

import org.jspecify.annotations.NullMarked;
