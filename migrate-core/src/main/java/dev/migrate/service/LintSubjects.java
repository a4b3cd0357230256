package dev.migrate.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.error.SourceLocation;
import dev.migrate.generate.Rehearsal;
import dev.migrate.lint.Allowances;
import dev.migrate.lint.LintRevision;
import dev.migrate.lint.LintStatement;
import dev.migrate.lint.Surroundings;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.schema.Schema;
import dev.migrate.script.JavaMigration;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.Section;
import dev.migrate.script.SqlMigration;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Puts revisions and what they did on a scratch database side by side.
 */
final class LintSubjects {

	private final MigrationFolder folder;

	private final Dialect dialect;

	LintSubjects(MigrationFolder folder, Dialect dialect) {
		this.folder = folder;
		this.dialect = dialect;
	}

	/**
	 * Tell where the revisions will run.
	 * @param schema that unqualified names go to
	 * @param server its version, or null if no database answers
	 * @param settings how the engine behaves
	 * @param present what is there now, or null if that does not count
	 */
	Surroundings surroundings(String schema, @Nullable ServerVersion server, EngineSettings settings,
			@Nullable Schema present) {
		int version = (server != null && this.dialect.name().equals("postgresql"))
				? server.major() * 10_000 + server.minor() : 0;
		return new Surroundings(this.dialect.lexicalRules(), schema, version, settings.run().lockTimeout() != null,
				present);
	}

	List<LintRevision> of(List<Revision> revisions, Map<RevisionId, Rehearsal.Performance> performances) {
		return revisions.stream()
			.map((revision) -> of(this.folder.get(revision.id()), performances.get(revision.id())))
			.toList();
	}

	private LintRevision of(MigrationScript script, Rehearsal.@Nullable Performance performance) {
		Section section = script.upgrade(this.dialect);
		List<LintStatement> statements = new ArrayList<>();
		for (SqlStatement statement : section.statements()) {
			Rehearsal.Effect effect = (performance != null) ? performance.effects().get(statements.size()) : null;
			statements.add(
					(effect != null) ? new LintStatement(statement, effect.before(), effect.after(), effect.rewritten())
							: LintStatement.unseen(statement));
		}
		boolean reversible = !Objects.equals(script.downgrade(this.dialect).irreversible(), Section.NO_DOWNGRADE);
		return new LintRevision(script.revision().id(), section.location(), statements,
				section.transactional() && this.dialect.transactionalDdl(), reversible, allowances(script, section),
				performance != null, (performance != null) ? performance.begin() : null,
				(performance != null) ? performance.end() : null);
	}

	private Allowances allowances(MigrationScript script, Section section) {
		if (script instanceof JavaMigration java) {
			return Allowances.of(java.allowed(), section.location());
		}
		String head = (script instanceof SqlMigration sql) ? sql.head() : "";
		SourceLocation place = SourceLocation.of(section.location().source(), section.location().line() + 1);
		return Allowances.read(head, section.text(), place, this.dialect.lexicalRules());
	}

}
