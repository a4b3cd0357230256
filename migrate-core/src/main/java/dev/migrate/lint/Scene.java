package dev.migrate.lint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.error.SourceLocation;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a revision, or one clause of it, with all that a rule may ask about.
 */
final class Scene {

	private final Surroundings surroundings;

	private final LintRevision revision;

	private final Progress progress;

	private final LintStatement statement;

	private final int line;

	private final List<Finding> findings;

	Scene(Surroundings surroundings, LintRevision revision, Progress progress, LintStatement statement,
			List<Finding> findings) {
		this(surroundings, revision, progress, statement, 0, findings);
	}

	private Scene(Surroundings surroundings, LintRevision revision, Progress progress, LintStatement statement,
			int line, List<Finding> findings) {
		this.surroundings = surroundings;
		this.revision = revision;
		this.progress = progress;
		this.statement = statement;
		this.line = line;
		this.findings = findings;
	}

	Scene at(Ddl.Clause clause) {
		return new Scene(this.surroundings, this.revision, this.progress, this.statement, clause.line(), this.findings);
	}

	Surroundings surroundings() {
		return this.surroundings;
	}

	Progress progress() {
		return this.progress;
	}

	boolean transactional() {
		return this.revision.transactional();
	}

	/**
	 * Report what breaks a rule.
	 * @param rule which
	 * @param message one sentence
	 * @param hint what to write instead, or null
	 */
	void report(LintRule rule, String message, @Nullable String hint) {
		if (rule.postgresqlOnly() && !this.surroundings.postgresql()) {
			return;
		}
		SourceLocation place = this.statement.statement().location();
		this.findings.add(new Finding(rule, this.revision.id(),
				SourceLocation.of(place.source(), place.line() + this.line), message, hint));
	}

	QualifiedName qualified(Name name) {
		return new QualifiedName(Objects.requireNonNullElse(name.schema(), this.progress.currentSchema()), name.own());
	}

	/**
	 * Tell whether a table was made by this revision, so that nobody uses it and no rows
	 * of value are in it; or is not there yet where that is what counts.
	 */
	boolean isNew(Name table) {
		QualifiedName name = qualified(table);
		Schema present = this.surroundings.present();
		return this.progress.made(name) || (present != null && present.table(name).isEmpty());
	}

	boolean isNew(Name table, Name column) {
		return isNew(table) || this.progress.made(qualified(table), column.own());
	}

	/** The table before the statement, if a database showed it. */
	Optional<Table> before(Name table) {
		Schema schema = this.statement.before();
		return (schema != null) ? schema.table(qualified(table)) : Optional.empty();
	}

	/** The table after the statement, if a database showed it. */
	Optional<Table> after(Name table) {
		Schema schema = this.statement.after();
		return (schema != null) ? schema.table(qualified(table)) : Optional.empty();
	}

	Optional<Column> before(Name table, Name column) {
		return before(table).flatMap((found) -> found.column(column.own()));
	}

	Optional<Column> after(Name table, Name column) {
		return after(table).flatMap((found) -> found.column(column.own()));
	}

	boolean rewrites(QualifiedName relation) {
		return this.statement.rewritten().contains(relation);
	}

}
