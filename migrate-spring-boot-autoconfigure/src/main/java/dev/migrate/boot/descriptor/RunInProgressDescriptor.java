package dev.migrate.boot.descriptor;

import java.time.Instant;
import java.util.Map;

import dev.migrate.history.OpenRun;
import dev.migrate.revision.RevisionId;
import dev.migrate.service.RunInProgress;
import org.jspecify.annotations.Nullable;

/**
 * What another run is at in this moment.
 *
 * @param operation {@code upgrade}, {@code downgrade}, {@code stamp} or {@code repair},
 * or null if it has not said so yet
 * @param performedBy whose run it is
 * @param host on which machine
 * @param session of the database that holds the lock, for people
 * @param since when it began
 * @param done how many revisions it has finished
 * @param revision which one it works on, or null if that can't be told
 * @param statement at which statement of it, or null if that can't be told
 * @param statements of how many
 * @param waitsFor which session holds up its statement, or null if none does
 */
public record RunInProgressDescriptor(@Nullable String operation, @Nullable String performedBy, @Nullable String host,
		String session, @Nullable Instant since, int done, @Nullable RevisionId revision, @Nullable Integer statement,
		@Nullable Integer statements, @Nullable String waitsFor) implements Descriptor {

	/**
	 * Describe a run.
	 * @param running as seen, or null
	 * @return its JSON form, or null without a run
	 */
	public static @Nullable RunInProgressDescriptor of(@Nullable RunInProgress running) {
		if (running == null) {
			return null;
		}
		OpenRun run = running.run();
		boolean counted = running.statement() > 0;
		return new RunInProgressDescriptor((run != null) ? run.identity().operation() : null,
				(run != null) ? run.identity().performedBy() : null, (run != null) ? run.identity().host() : null,
				running.holder().description(), running.since(), (run != null) ? run.done() : 0,
				(running.at() != null) ? running.at().id() : null, counted ? running.statement() : null,
				counted ? running.statements() : null, running.holder().waitsFor());
	}

	@Override
	public Map<String, Object> fields() {
		return new Fields().with("operation", this.operation)
			.with("performedBy", this.performedBy)
			.with("host", this.host)
			.with("session", this.session)
			.with("since", this.since)
			.with("done", this.done)
			.with("revision", this.revision)
			.with("statement", this.statement)
			.with("statements", this.statements)
			.with("waitsFor", this.waitsFor)
			.map();
	}

}
