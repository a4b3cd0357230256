package dev.migrate.boot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrate.diff.Question;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Generated;
import dev.migrate.generate.NoEntitiesException;
import dev.migrate.revision.Revision;
import dev.migrate.script.MigrationFolder;
import dev.migrate.service.Autogeneration;
import dev.migrate.service.RevisionState;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code db check}: what {@code db migrate} would find, without a file.
 */
@Command(name = "check", description = { "Compare entities, revisions and database without writing anything.",
		"Ends with 6 if there are several heads, 3 if the entities differ, 5 if the database drifted, 4 if it is"
				+ " behind." },
		footer = { "", "Examples:", "  db check", "  db check --require-database" })
final class CheckCommand extends DatabaseCommand {

	@Option(names = "--require-database", description = "Fail if the database can't be reached.")
	boolean requireDatabase;

	@Mixin
	final AnswerOptions answers = new AnswerOptions();

	CheckCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return this.answers.areGiven() ? Several.ONE : Several.EACH;
	}

	@Override
	public Integer call() {
		MigrationFolder folder = service().folder();
		List<Revision> heads = folder.graph().heads();
		if (heads.size() > 1) {
			throw new MigrateException(ErrorCode.SEVERAL_HEADS,
					"There are several heads: "
							+ heads.stream().map(Revision::describe).collect(Collectors.joining(", ")) + ".",
					"Join them with `db merge -m …`.");
		}
		Autogeneration autogeneration = workplace().autogeneration();
		Generated generated = compare(autogeneration, heads);
		List<String> changes = (generated == null) ? List.of() : Lines.changes(generated.comparison());
		List<String> questions = (generated == null) ? List.of()
				: generated.comparison().open().stream().map(Question::subject).toList();
		List<String> drift = List.of();
		int pending = 0;
		String schema = (generated != null) ? generated.place().schema() : "";
		try {
			// It knows whether the database was reached.
			drift = autogeneration.drift().map(Lines::changes).orElse(List.of());
			StatusReport status = service().status();
			pending = status.in(RevisionState.PENDING).size();
			schema = status.schema();
		}
		catch (MigrateException ex) {
			if (ex.code() != ErrorCode.NO_CONNECTION || this.requireDatabase) {
				throw ex;
			}
			remark("The database was not looked at, for drift or pending revisions. " + ex.getMessage());
		}
		tell(changes, questions, drift, schema);
		if (pending > 0) {
			result("The database is behind: " + Lines.count(pending, "revision") + ((pending == 1) ? " is" : " are")
					+ " pending.");
		}
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("changes", changes);
		fields.put("questions", questions);
		fields.put("drift", drift);
		fields.put("pending", pending);
		boolean differ = !changes.isEmpty() || !questions.isEmpty();
		if (!differ && drift.isEmpty() && pending == 0) {
			result((generated == null) ? "Nothing to do, and no entities to compare."
					: "Nothing to do: " + Lines.count(generated.entities(), "entity", "entities") + " and "
							+ Lines.count(generated.tables(), "table") + " are what the revisions build.");
			return end(ExitCodes.DONE, fields);
		}
		return end(differ ? ExitCodes.ENTITIES_DIFFER : !drift.isEmpty() ? ExitCodes.DRIFT : ExitCodes.BEHIND, fields);
	}

	private void tell(List<String> changes, List<String> questions, List<String> drift, String schema) {
		changes.forEach((change) -> result("The entities want: " + Lines.local(change, schema)));
		questions.forEach((question) -> result("To be answered when it is written: " + question));
		drift.forEach((change) -> result("The database drifted; to bring it back: " + Lines.local(change, schema)));
		if (!drift.isEmpty()) {
			result("`db repair --drift` brings it back, `db repair --record -m …` writes down what is there.");
		}
	}

	private @Nullable Generated compare(Autogeneration autogeneration, List<Revision> heads) {
		try {
			return autogeneration.generate(heads.stream().map(Revision::id).toList(), this.answers.given(), false,
					"check");
		}
		catch (NoEntitiesException ex) {
			// One of several databases may have none; the only one has.
			if (!isPart()) {
				throw ex;
			}
			return null;
		}
	}

}
