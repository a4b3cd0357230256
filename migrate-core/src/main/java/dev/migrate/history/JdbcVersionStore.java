package dev.migrate.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrate.dialect.OwnTables;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The version table over one connection. Every statement names its columns, so that it
 * works on a table that a later version has widened.
 */
public final class JdbcVersionStore {

	private static final String READ = """
			SELECT revision, revises, depends_on, branch_labels, message, checksum, applied_at, applied_by,
			       execution_ms, application_version, downgrade_mode, replaced_by
			FROM %s ORDER BY revision""";

	private static final String READ_DOWNGRADE = """
			SELECT downgrade_mode, downgrade_sql, application_version FROM %s WHERE revision = ?""";

	private static final String ACCEPT_CHECKSUM = "UPDATE %s SET checksum = ? WHERE revision = ?";

	private final JdbcTemplate jdbc;

	private final Bookkeeping bookkeeping;

	private final String table;

	/**
	 * Create a store.
	 * @param connection used, never closed
	 * @param tables our tables' names
	 */
	public JdbcVersionStore(Connection connection, OwnTables tables) {
		this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, false));
		this.bookkeeping = new Bookkeeping(tables);
		this.table = tables.version();
	}

	/**
	 * Read all rows, without the recorded SQL.
	 * @return ordered by id
	 */
	public List<AppliedRevision> read() {
		return this.jdbc.query(READ.replace("%s", this.table), (row, number) -> row(row));
	}

	/**
	 * Count the rows.
	 * @return how many revisions are applied, unfinished ones included
	 */
	public long count() {
		return this.jdbc.query("SELECT COUNT(*) FROM " + this.table, (row, number) -> row.getLong(1)).get(0);
	}

	/**
	 * Tell whether a revision has a row.
	 * @param id of the revision
	 * @return true if it is applied, or unfinished
	 */
	public boolean holds(RevisionId id) {
		return !this.jdbc.query("SELECT 1 FROM " + this.table + " WHERE revision = ?", (row, number) -> 1, id.value())
			.isEmpty();
	}

	private static AppliedRevision row(ResultSet row) throws SQLException {
		Timestamp appliedAt = row.getTimestamp("applied_at");
		long executionMs = row.getLong("execution_ms");
		Long execution = row.wasNull() ? null : executionMs;
		String replacedBy = row.getString("replaced_by");
		return new AppliedRevision(revision(row), row.getString("checksum"),
				(appliedAt != null) ? appliedAt.toInstant() : null, row.getString("applied_by"), execution,
				row.getString("application_version"),
				DowngradeMode.ofWord(Objects.requireNonNullElse(row.getString("downgrade_mode"), "")),
				(replacedBy != null) ? RevisionId.of(replacedBy) : null);
	}

	private static Revision revision(ResultSet row) throws SQLException {
		String revises = row.getString("revises");
		List<RevisionId> parents = new ArrayList<>(1);
		for (String parent : words(Objects.equals(revises, "base") ? "" : revises)) {
			parents.add(RevisionId.of(parent));
		}
		return AppliedRevision.remembered(RevisionId.of(row.getString("revision")), parents,
				words(row.getString("depends_on")), words(row.getString("branch_labels")),
				Objects.requireNonNullElse(row.getString("message"), ""));
	}

	private static List<String> words(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return List.of();
		}
		if (text.indexOf(',') < 0) {
			return List.of(text.strip());
		}
		List<String> words = new ArrayList<>();
		for (String word : text.split(",", -1)) {
			words.add(word.strip());
		}
		return words;
	}

	/**
	 * Read how to take a revision back without its file.
	 * @param id of an applied revision
	 * @return what was recorded
	 */
	public RecordedDowngrade recordedDowngrade(RevisionId id) {
		List<RecordedDowngrade> found = this.jdbc.query(READ_DOWNGRADE.formatted(this.table),
				(row, number) -> new RecordedDowngrade(
						DowngradeMode.ofWord(Objects.requireNonNullElse(row.getString("downgrade_mode"), "")),
						row.getString("downgrade_sql"), row.getString("application_version")),
				id.value());
		return found.isEmpty() ? new RecordedDowngrade(DowngradeMode.IRREVERSIBLE, null, null) : found.get(0);
	}

	/**
	 * Write down a revision as applied.
	 * @param row what is known of it
	 */
	public void insert(VersionRow row) {
		this.bookkeeping.insert(row, Bookkeeping.Finished.YES).update(this.jdbc);
	}

	/**
	 * Write down that a revision is applied.
	 * @param id which
	 * @param executionMs how long it took
	 */
	public void finish(RevisionId id, long executionMs) {
		this.bookkeeping.finish(id, executionMs).update(this.jdbc);
	}

	/**
	 * Write down how long each revision took that a run has applied, as its lines in the
	 * journal say. Only for databases with DDL in transactions.
	 * @param run of the journal
	 */
	public void recordTimes(String run) {
		this.bookkeeping.times(run).update(this.jdbc);
	}

	/**
	 * Remove a revision.
	 * @param id which
	 * @return false if it was not there
	 */
	public boolean delete(RevisionId id) {
		return this.bookkeeping.delete(id).update(this.jdbc) == 1;
	}

	/**
	 * Accept an edited file.
	 * @param id of the revision
	 * @param checksum of the statements as they are now
	 */
	public void acceptChecksum(RevisionId id, String checksum) {
		this.jdbc.update(ACCEPT_CHECKSUM.formatted(this.table), checksum, id.value());
	}

}
