/**
 * What a run tells while it runs. Listeners are told; they decide nothing and can't break
 * a run.
 */
@NullMarked
package dev.migrate.event;

import org.jspecify.annotations.NullMarked;
