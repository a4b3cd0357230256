package dev.migrate.lint;

import java.util.List;
import java.util.Optional;

import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.error.SourceLocation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectKey;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a revision, or one clause of it, with all that a rule may ask about.
 */
final class Scene {

	private final Surroundings surroundings;

	private final LintRevision revision;

	private final Progress progress;

	private final LintStatement statement;

	private final Place place;

	private final List<Finding> findings;

	private Scene(Surroundings surroundings, LintRevision revision, Progress progress, LintStatement statement,
			Place place, List<Finding> findings) {
		this.surroundings = surroundings;
		this.revision = revision;
		this.progress = progress;
		this.statement = statement;
		this.place = place;
		this.findings = findings;
	}

	static Scene of(Surroundings surroundings, LintRevision revision, Progress progress) {
		LintStatement none = LintStatement.unseen(new SqlStatement("", revision.location()));
		return new Scene(surroundings, revision, progress, none, new Place(0, true), List.of());
	}

	Scene at(LintStatement other, List<Finding> found) {
		return new Scene(this.surroundings, this.revision, this.progress, other, new Place(0, true), found);
	}

	Scene at(Ddl.AlterTable alter, Ddl.Clause clause) {
		return new Scene(this.surroundings, this.revision, this.progress, this.statement,
				new Place(clause.line(), alter.clauses().size() == 1), this.findings);
	}

	Surroundings surroundings() {
		return this.surroundings;
	}

	LintRevision revision() {
		return this.revision;
	}

	Progress progress() {
		return this.progress;
	}

	/** Whether the statement has no other clause. */
	boolean alone() {
		return this.place.alone;
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
		SourceLocation start = this.statement.statement().location();
		this.findings.add(new Finding(rule, this.revision.id(),
				SourceLocation.of(start.source(), start.line() + this.place.line), message, hint));
	}

	QualifiedName qualified(Name name) {
		return this.progress.qualified(name);
	}

	/**
	 * Tell whether a table was made by this revision, so that nobody uses it and no rows
	 * of value are in it; or is not there yet where that is what counts.
	 */
	boolean isNew(Name table) {
		return isNew(Ddl.Kind.TABLE, table);
	}

	/** The same of objects of other kinds. */
	boolean isNew(Ddl.Kind kind, Name name) {
		boolean bare = kind == Ddl.Kind.SCHEMA || kind == Ddl.Kind.DATABASE;
		QualifiedName object = bare ? new QualifiedName("", name.own()) : qualified(name);
		Schema present = this.surroundings.present();
		return this.progress.made(object) || (present != null && !isThere(present, kind, object));
	}

	private boolean isThere(Schema present, Ddl.Kind kind, QualifiedName object) {
		return switch (kind) {
			case TABLE -> present.table(this.progress.memory().origin(object)).isPresent();
			case INDEX -> present.tables()
				.stream()
				.filter((table) -> table.name().schema().equals(object.schema()))
				.flatMap((table) -> table.indexes().stream())
				.anyMatch((index) -> index.name().equals(object.name()));
			case SEQUENCE -> present.find(ObjectKey.of(ObjectKind.SEQUENCE, object)).isPresent();
			case SCHEMA -> present.find(ObjectKey.of(ObjectKind.NAMESPACE, object)).isPresent();
			case VIEW, MATERIALIZED_VIEW -> present.find(ObjectKey.of(ObjectKind.VIEW, object)).isPresent();
			case TYPE -> present.find(ObjectKey.of(ObjectKind.ENUM_TYPE, object)).isPresent();
			case DATABASE -> true;
		};
	}

	boolean isNew(Name table, Name column) {
		return isNew(table) || this.progress.made(qualified(table), column.own());
	}

	/** The table before the statement, if a database showed it. */
	Optional<Table> before(Name table) {
		Schema schema = this.statement.before();
		if (schema != null) {
			return schema.table(qualified(table));
		}
		Schema present = this.surroundings.present();
		return (present != null) ? present.table(this.progress.memory().origin(qualified(table))) : Optional.empty();
	}

	Optional<Column> before(Name table, Name column) {
		return before(table).flatMap((found) -> found.column(column.own()));
	}

	/** The column after the statement, if a database showed it. */
	Optional<Column> after(Name table, Name column) {
		Schema schema = this.statement.after();
		return (schema != null) ? schema.table(qualified(table)).flatMap((found) -> found.column(column.own()))
				: Optional.empty();
	}

	/** The table when the revision has run, if a database showed it. */
	Optional<Table> end(Name table) {
		Schema schema = this.revision.end();
		return (schema != null) ? schema.table(qualified(table)) : Optional.empty();
	}

	/** Whether the statement was seen to write a table anew, or a partition of it. */
	boolean rewrites(Name table) {
		QualifiedName name = qualified(table);
		Schema schema = this.statement.before();
		return this.statement.rewritten().contains(name) || (schema != null && schema.tables()
			.stream()
			.anyMatch((part) -> name.equals(part.options().partitionOf())
					&& this.statement.rewritten().contains(part.name())));
	}

	/** Whether the statement was seen to write anything anew, if only an index. */
	boolean rewritesAnything() {
		return !this.statement.rewritten().isEmpty();
	}

	private record Place(int line, boolean alone) {
	}

}
