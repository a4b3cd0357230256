package dev.migrate.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;

import dev.migrate.dialect.OwnTables;
import dev.migrate.dialect.ScriptWords;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * The statements of {@link Bookkeeping} for a script that somebody else runs later: what
 * a run knows of itself, the database says when the script runs.
 */
public final class ScriptedBookkeeping {

	// Under the lock the run that began last is the one that runs.
	private static final String THIS_RUN = """
			(SELECT run FROM %s WHERE event = 'started' ORDER BY id DESC FETCH FIRST 1 ROW ONLY)""";

	private static final SqlExpression WHO = new SqlExpression("CURRENT_USER");

	private final Bookkeeping bookkeeping;

	private final OwnTables tables;

	private final ScriptWords words;

	private final String operation;

	private final @Nullable String applicationVersion;

	/**
	 * Create the statements of a script.
	 * @param tables the names of our tables
	 * @param words of the database
	 * @param operation {@code upgrade}, {@code downgrade} or {@code stamp}
	 * @param applicationVersion the version of the application that writes the script, or
	 * null if it has none
	 */
	public ScriptedBookkeeping(OwnTables tables, ScriptWords words, String operation,
			@Nullable String applicationVersion) {
		this.bookkeeping = new Bookkeeping(tables);
		this.tables = tables;
		this.words = words;
		this.operation = operation;
		this.applicationVersion = applicationVersion;
	}

	/**
	 * Claim a revision that is about to be applied.
	 * @param row what is known of it
	 * @param finished whether its statements commit with it
	 * @return the statement
	 */
	public String insert(VersionRow row, Bookkeeping.Finished finished) {
		return written(this.bookkeeping.insert(row, finished, WHO));
	}

	/**
	 * Write down that a revision is applied.
	 * @param id which
	 * @return the statement
	 */
	public String finish(RevisionId id) {
		return written(this.bookkeeping.finish(id, null));
	}

	/**
	 * Claim a revision that is about to be taken back outside a transaction.
	 * @param id which
	 * @return the statement
	 */
	public String reopen(RevisionId id) {
		return written(this.bookkeeping.reopen(id));
	}

	/**
	 * Remove a revision.
	 * @param id which
	 * @return the statement
	 */
	public String delete(RevisionId id) {
		return written(this.bookkeeping.delete(id));
	}

	/**
	 * Add a line to the journal. The first of a run gives it a name.
	 * @param entry what happened; how long it took is not known
	 * @return the statement
	 */
	public String line(JournalEntry entry) {
		return line(entry, null, null);
	}

	/**
	 * Add the last line of a run.
	 * @param fingerprint of the sources if nothing is pending afterwards, or null
	 * @param after the checksums of all revisions that are applied then: if others are,
	 * the fingerprint says nothing
	 * @return the statement
	 */
	public String finished(@Nullable String fingerprint, SortedMap<RevisionId, String> after) {
		SqlExpression value = (fingerprint != null)
				? new SqlExpression("CASE WHEN " + this.words.holdsExactly(this.tables.version(), digest(after))
						+ " THEN " + this.words.literal(fingerprint) + " END")
				: null;
		return line(JournalEntry.of(JournalEvent.FINISHED, null), value,
				new SqlExpression("(SELECT count(*) FROM " + this.tables.version() + ")"));
	}

	private static String digest(SortedMap<RevisionId, String> checksums) {
		String rows = checksums.entrySet()
			.stream()
			.map((row) -> row.getKey() + " " + row.getValue())
			.collect(Collectors.joining(","));
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(rows.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private String line(JournalEntry entry, @Nullable SqlExpression fingerprint, @Nullable SqlExpression applied) {
		String run = (entry.event() == JournalEvent.STARTED) ? this.words.newName()
				: THIS_RUN.formatted(this.tables.journal());
		return written(this.bookkeeping.line(this.operation, this.applicationVersion, entry,
				new Bookkeeping.Measured(new SqlExpression(run), WHO, null, null, fingerprint, applied)));
	}

	private String written(OwnStatement statement) {
		return statement.written(this.words::literal);
	}

}
