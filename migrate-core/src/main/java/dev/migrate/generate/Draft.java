package dev.migrate.generate;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Renderer;
import dev.migrate.error.SourceLocation;
import dev.migrate.script.Section;
import dev.migrate.sql.StatementSplitter;
import org.jspecify.annotations.Nullable;

/**
 * A revision as SQL that nobody has tried yet.
 *
 * @param up statements of the upgrade, without semicolons
 * @param down statements of the downgrade, without semicolons
 * @param irreversible why there is no way back, or null if there is one
 */
record Draft(List<String> up, List<String> down, @Nullable String irreversible) {

	static final Draft NONE = new Draft(List.of(), List.of(), null);

	Draft {
		up = List.copyOf(up);
		down = List.copyOf(down);
	}

	static Draft of(RevisionOperations revision, Renderer renderer) {
		String why = revision.irreversible();
		return new Draft(renderer.render(revision.upgrade()),
				(why != null) ? List.of() : renderer.render(revision.downgrade()),
				(why != null) ? why.replace('"', '\'') : null);
	}

	Section upgrade(Dialect dialect, boolean transactional) {
		return section(this.up, dialect, transactional, null);
	}

	Section downgrade(Dialect dialect, boolean transactional) {
		return section(this.down, dialect, transactional, this.irreversible);
	}

	private static Section section(List<String> statements, Dialect dialect, boolean transactional,
			@Nullable String irreversible) {
		String text = statements.stream().map((statement) -> statement + ";\n").collect(Collectors.joining("\n"));
		return new Section(StatementSplitter.split(text, "generated SQL", dialect.lexicalRules()).statements(),
				transactional, irreversible, text, SourceLocation.of("generated SQL"));
	}

}
