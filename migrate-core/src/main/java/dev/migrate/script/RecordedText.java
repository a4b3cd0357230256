package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.migration.Recorded;
import dev.migrate.migration.Recording;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.Operation;
import dev.migrate.sql.Action;
import dev.migrate.sql.CodeAction;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import dev.migrate.sql.StatementSplitter;

/**
 * Turns what was recorded into what runs on one database.
 */
final class RecordedText implements Recorded.Visitor<List<? extends Action>> {

	private final Dialect dialect;

	private final SourceLocation location;

	RecordedText(Dialect dialect, SourceLocation location) {
		this.dialect = dialect;
		this.location = location;
	}

	Section section(Recording recording) {
		if (recording.irreversible() != null) {
			return new Section(List.of(), recording.transactional(), recording.irreversible(), "", this.location);
		}
		List<Action> actions = new ArrayList<>();
		List<Recorded> together = new ArrayList<>();
		for (Recorded entry : recording.entries(this.dialect.name())) {
			if (!together.isEmpty() && !(addsToSameTable(together.get(0), entry))) {
				actions.addAll(rendered(together));
				together.clear();
			}
			together.add(entry);
		}
		if (!together.isEmpty()) {
			actions.addAll(rendered(together));
		}
		if (recording.transactional()) {
			actions.forEach(this::refuseOutsideTransaction);
		}
		String text = actions.stream()
			.map((action) -> (action instanceof CodeAction) ? action.text() + "\n" : action.text() + ";\n")
			.collect(Collectors.joining());
		return new Section(actions, recording.transactional(), null, text, this.location);
	}

	private static boolean addsToSameTable(Recorded first, Recorded second) {
		return first instanceof Recorded.Change one && second instanceof Recorded.Change two
				&& one.operation() instanceof AddColumn before && two.operation() instanceof AddColumn after
				&& before.table().equals(after.table());
	}

	private List<? extends Action> rendered(List<Recorded> entries) {
		if (entries.size() == 1) {
			return entries.get(0).accept(this);
		}
		List<Operation> operations = entries.stream()
			.map((entry) -> ((Recorded.Change) entry).operation())
			.collect(Collectors.toList());
		return statements(this.dialect.typedRenderer().render(operations), entries.get(0).location());
	}

	@Override
	public List<? extends Action> visit(Recorded.Change change) {
		try {
			return statements(this.dialect.typedRenderer().render(change.operation()), change.location());
		}
		catch (MigrateException ex) {
			throw new MigrateException(ex.code(), change.location() + ": " + ex.getMessage(),
					"Record it only for the databases that have it: op.on(\"postgresql\", …).", ex);
		}
	}

	// Each on the line of the call: what is rendered has no lines of its own.
	private List<SqlStatement> statements(List<String> texts, SourceLocation place) {
		List<SqlStatement> statements = new ArrayList<>();
		for (String text : texts) {
			for (SqlStatement statement : StatementSplitter.split(text, place.toString(), this.dialect.lexicalRules())
				.statements()) {
				statements.add(new SqlStatement(statement.text(), place, statement.copyData()));
			}
		}
		return statements;
	}

	@Override
	public List<? extends Action> visit(Recorded.Code code) {
		return List.of(new CodeAction(code.description(), code.location(), code.work()));
	}

	private void refuseOutsideTransaction(Action action) {
		if (!(action instanceof SqlStatement statement)) {
			return;
		}
		StatementFacts facts = StatementFacts.of(statement, this.dialect.lexicalRules());
		if (facts.transactionControl() != null) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					statement.location() + " has " + facts.transactionControl()
							+ " in a revision that runs in a transaction.",
					"Delete it: the engine begins and commits. For what must run outside a transaction, call"
							+ " op.outsideTransaction() first.");
		}
		if (this.dialect.transactionalDdl() && facts.outsideTransaction() != null) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					statement.location() + ": " + facts.outsideTransaction() + " can't run inside a transaction.",
					"Call op.outsideTransaction() first, and move all else to another revision.");
		}
	}

}
