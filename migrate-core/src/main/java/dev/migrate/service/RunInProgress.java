package dev.migrate.service;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrate.dialect.LockHolder;
import dev.migrate.history.OpenRun;
import dev.migrate.history.RunIdentity;
import dev.migrate.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What another run is at in this moment, as far as it can be seen from outside.
 *
 * @param holder of the lock
 * @param run what the journal says of it, or null if it has not begun to write
 * @param at the revision that it works on, or null if that can't be told
 * @param statement at which statement of it, outside a transaction, counted from 1; 0 if
 * that can't be told
 * @param statements of how many
 */
public record RunInProgress(LockHolder holder, @Nullable OpenRun run, @Nullable Revision at, int statement,
		int statements) {

	/**
	 * Return whose run it is.
	 * @return for example {@code upgrade by ann on build-7, version 4.2}, else the
	 * session that holds the lock
	 */
	public String whose() {
		if (this.run == null) {
			return this.holder.description();
		}
		RunIdentity identity = this.run.identity();
		return identity.describe()
				+ ((identity.applicationVersion() != null) ? ", version " + identity.applicationVersion() : "");
	}

	/**
	 * Return since when.
	 * @return when it began, else since when its session is at work; null if neither is
	 * known
	 */
	public @Nullable Instant since() {
		return (this.run != null && this.run.since() != null) ? this.run.since() : this.holder.since();
	}

	/**
	 * Return how far it is.
	 * @return for example {@code 2 revisions done, now at ca5cd22ac516 "add age"}, or
	 * null if nothing is known
	 */
	public @Nullable String progress() {
		List<String> parts = new ArrayList<>();
		int done = (this.run != null) ? this.run.done() : 0;
		if (done > 0) {
			parts.add((done == 1) ? "1 revision done" : done + " revisions done");
		}
		if (this.at != null) {
			parts.add("now at " + this.at.id() + (this.at.message().isEmpty() ? "" : " \"" + this.at.message() + "\"")
					+ ((this.statement > 0) ? ", statement " + this.statement + " of " + this.statements : ""));
		}
		if (this.holder.waitsFor() != null) {
			parts.add("held up by " + this.holder.waitsFor());
		}
		return parts.isEmpty() ? null : String.join(", ", parts);
	}

	/**
	 * Return all of it in one line.
	 * @return for example
	 * {@code upgrade by ann on build-7 since 2026-11-20T10:04:00Z, now
	 * at ca5cd22ac516 "add age"}
	 */
	public String describe() {
		return whose() + ((since() != null) ? " since " + since().truncatedTo(ChronoUnit.SECONDS) : "")
				+ ((progress() != null) ? ", " + Objects.requireNonNull(progress()) : "");
	}

}
