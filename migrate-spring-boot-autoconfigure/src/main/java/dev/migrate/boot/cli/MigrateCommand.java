package dev.migrate.boot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.function.Function;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.Answers;
import dev.migrate.diff.Change;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Generated;
import dev.migrate.generate.KeptObject;
import dev.migrate.generate.NoEntitiesException;
import dev.migrate.generate.UnusedAnswersException;
import dev.migrate.lint.Finding;
import dev.migrate.operation.Operation;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.Header;
import dev.migrate.script.JavaDraft;
import dev.migrate.script.JavaMigration;
import dev.migrate.script.JavaScriptWriter;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.RevisionDraft;
import dev.migrate.service.Autogeneration;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.NewRevisionRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code db migrate}: compare, ask, prove, write, tell.
 */
@Command(name = "migrate", description = "Write a revision of what the entities changed.",
		footer = { "", "Examples:", "  db migrate -m \"add age\"",
				"  db migrate -m \"rename surname\" --rename students.surname=last_name",
				"  db migrate -m \"add age\" --fill students.age=0",
				"  db migrate -m \"add age\" --dialects postgresql,h2", "  db migrate -m \"add age\" --java" })
final class MigrateCommand extends DatabaseCommand {

	private static final String NOT_COMPARED = "Never compared: column order, owners, grants, tablespaces, storage"
			+ " parameters, current sequence values, partitions of a partitioned table.";

	@Option(names = { "-m", "--message" }, paramLabel = "MSG", description = "What it does, in one line.")
	@Nullable String message;

	@Option(names = "--head", paramLabel = "REV", description = "What it revises; base for a new start.")
	List<String> heads = new ArrayList<>();

	@Option(names = "--allow-empty", description = "Write a revision even if nothing changed.")
	boolean allowEmpty;

	@Option(names = "--prune", description = "Propose dropping what was made by hand.")
	boolean prune;

	@Option(names = "--amend", description = "Rewrite the newest revision, which no database of yours has applied.")
	boolean amend;

	@Option(names = "--against", paramLabel = "database",
			description = "Compare with the database, which has to be up to date, not with what revisions build.")
	@Nullable String against;

	@Option(names = "--dialects", paramLabel = "NAME,NAME", split = ",",
			description = "Write a section for each of these databases: postgresql,h2.")
	List<String> dialects = new ArrayList<>();

	@Option(names = "--java", description = "Write a class instead of a file of SQL.")
	boolean java;

	@Mixin
	final AnswerOptions answers = new AnswerOptions();

	@Mixin
	final RevisionOptions options = new RevisionOptions();

	private final Map<String, Compared> compared = new LinkedHashMap<>();

	/** Answers that no database has asked for yet. */
	private @Nullable Set<String> unused;

	MigrateCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		boolean one = this.amend || this.against != null || !this.dialects.isEmpty() || !this.heads.isEmpty()
				|| this.options.nameOne();
		return one ? Several.ONE : Several.IN_ORDER;
	}

	@Override
	void checkFirst(List<String> databases) {
		this.compared.putAll(MigrationDatabases.checked("Nothing was written", databases, (name) -> {
			at(name);
			if (terminal().interactive()) {
				remark("Comparing the entities of " + name + ".");
			}
			return compare();
		}));
		if (this.unused != null && !this.unused.isEmpty()) {
			throw new UnusedAnswersException(List.copyOf(this.unused));
		}
	}

	// An answer is meant for one of several databases.
	private Generated ask(Function<Answers, Generated> comparing) {
		List<String> without = List.of();
		Generated generated;
		try {
			generated = this.answers.ask(this, comparing);
		}
		catch (UnusedAnswersException ex) {
			if (!isPart()) {
				throw ex;
			}
			without = ex.answers();
			generated = this.answers.without(without).ask(this, comparing);
		}
		if (this.unused == null) {
			this.unused = new LinkedHashSet<>(without);
		}
		this.unused.retainAll(without);
		return generated;
	}

	private Compared compare() {
		MigrationFolder folder = service().folder();
		Target target = this.amend ? Target.amended(this, folder) : newest(folder);
		refuseWhatCanNotBeWritten(target, folder);
		List<Comparing> places = places();
		List<Generated> all = new ArrayList<>();
		try {
			Generated first = ask((answers) -> {
				all.clear();
				places.forEach((place) -> all.add(place.compare(target.header.revises(), answers, this.prune,
						"\"" + target.header.message() + "\"")));
				// A question of one database is a question of the revision.
				return all.stream().filter(Generated::asks).findFirst().orElse(all.get(0));
			});
			return new Compared(folder, target, first, all, "");
		}
		catch (NoEntitiesException ex) {
			if (!isPart()) {
				throw ex;
			}
			return new Compared(folder, target, null, List.of(), ex.getMessage());
		}
	}

	private List<Comparing> places() {
		Autogeneration autogeneration = workplace().autogeneration();
		if (this.against != null) {
			if (!this.against.equals("database") || !this.dialects.isEmpty()) {
				throw new MigrateException(ErrorCode.USAGE,
						this.dialects.isEmpty() ? "'" + this.against + "' is nothing to compare with."
								: "--against and --dialects don't go together: there is one database.",
						"Write --against database, or leave it out to compare with what the revisions build.");
			}
			return List.of(autogeneration::generateAgainstDatabase);
		}
		if (this.dialects.isEmpty()) {
			return List.of(autogeneration::generate);
		}
		// A DataSource of its own making says only by a connection which database it is.
		String configured = workplace().dialect();
		String own = (configured != null) ? configured : service().dialect().name();
		return this.dialects.stream()
			.map(String::strip)
			.distinct()
			.<Comparing>map(
					(dialect) -> dialect.equals(own) ? autogeneration::generate : autogeneration.on(dialect)::generate)
			.toList();
	}

	@Override
	public Integer call() {
		Compared known = this.compared.get(database());
		Compared compared = (known != null) ? known : compare();
		Generated generated = compared.generated;
		if (generated == null) {
			result("Nothing to do: " + compared.reason);
			return end(ExitCodes.DONE, Lines.fields("entities", 0, "changes", List.of()));
		}
		return write(compared, generated);
	}

	private int write(Compared compared, Generated generated) {
		MigrationFolder folder = compared.folder;
		Target target = compared.target;
		generated.notes().forEach((note) -> remark(Lines.local(note, generated.place().schema())));
		compared.others().forEach((other) -> other.notes().forEach(this::remark));
		if (this.against == null) {
			new DriftText(this).warn(workplace().autogeneration());
		}
		if (compared.all().stream().allMatch(Generated::isEmpty) && !this.allowEmpty) {
			result("No changes detected: " + Lines.count(generated.entities(), "entity", "entities") + " and "
					+ Lines.count(generated.tables(), "table") + " were compared.");
			if (generated.entities() == 0) {
				remark("No entity was found. Entities outside the package of the main class need @EntityScan.");
			}
			tellKept(generated);
			return end(ExitCodes.DONE, fields(generated, null, null));
		}
		RevisionDraft draft = new RevisionDraft(target.header, compared.all().stream().map(Generated::variant).toList(),
				generated.mapping());
		String schema = generated.place().schema();
		Path file = this.java
				? this.options.write(
						new JavaDraft(draft, generated.operations().upgrade(), generated.operations().downgrade()),
						folder, workplace(), new JavaScriptWriter(generated.place().dialect(), schema))
				: write(draft, target, folder, generated.place().dialect());
		result("Wrote " + file);
		for (Change change : generated.comparison().changes()) {
			result("Detected " + Lines.local(change.operation().summary(), schema));
		}
		tellCustomized(generated, schema);
		hazards(generated).forEach((sentence, times) -> remark(
				"Hazard: " + Lines.local(sentence, schema) + ((times > 1) ? " (" + times + " times)" : "")));
		tellRefused(target.header.revision());
		tellKept(generated);
		remark("Proven: upgrade, compare, " + ((generated.irreversible() == null) ? "downgrade, compare, upgrade."
				: "and no way back (" + generated.irreversible() + ")."));
		return end(ExitCodes.DONE, fields(generated, target.header, file));
	}

	// Many operations of one table have the same.
	private static Map<String, Integer> hazards(Generated generated) {
		Map<String, Integer> sentences = new LinkedHashMap<>();
		generated.written()
			.stream()
			.flatMap((change) -> change.hazards().stream())
			.forEach((hazard) -> sentences.merge(hazard.sentence(), 1, Integer::sum));
		return sentences;
	}

	private void tellRefused(RevisionId id) {
		List<Finding> refused = workplace().autogeneration().linting().refused(id);
		if (!refused.isEmpty()) {
			remark("`db upgrade` refuses it as it is: " + refused.stream()
				.map((finding) -> finding.rule() + " in line " + finding.location().line())
				.collect(Collectors.joining(", ")) + ". `db lint " + id + "` shows what to write instead.");
		}
	}

	private Target newest(MigrationFolder folder) {
		if (this.message == null) {
			throw new MigrateException(ErrorCode.USAGE, "A revision needs a message.",
					"Say what it does: -m \"add age\".");
		}
		NewRevisionRequest request = new NewRevisionRequest(this.message,
				this.heads.stream().map(TargetParser::parse).toList(), this.options.splice, this.options.branchLabels,
				this.options.dependsOn, this.options.id());
		return new Target(this.options.placement(folder).place(request), null);
	}

	private void refuseWhatCanNotBeWritten(Target target, MigrationFolder folder) {
		if (target.file != null && (this.java || folder.get(target.header.revision()) instanceof JavaMigration)) {
			throw new MigrateException(ErrorCode.USAGE, "--amend rewrites files of SQL, no classes.",
					"Delete the class, and write it anew without --amend.");
		}
		if (this.java && !this.dialects.isEmpty()) {
			throw new MigrateException(ErrorCode.USAGE,
					"--java and --dialects don't go together: a class is rendered for every database when it runs.",
					"Leave --dialects out.");
		}
		if (this.java) {
			workplace().java(this.options.directory, folder);
		}
		else {
			workplace().target(this.options.directory, folder);
		}
	}

	private Path write(RevisionDraft draft, Target target, MigrationFolder folder, Dialect lexer) {
		return (target.file != null) ? this.options.rewrite(draft, target.file, folder, workplace(), lexer)
				: this.options.write(draft, folder, workplace(), lexer);
	}

	private void tellCustomized(Generated generated, String schema) {
		List<Operation> found = generated.comparison().upgrade();
		List<Operation> written = generated.written().stream().map(Change::operation).toList();
		written.stream()
			.filter((operation) -> !found.contains(operation))
			.forEach((operation) -> result("Customized: added " + Lines.local(operation.summary(), schema)));
		found.stream()
			.filter((operation) -> !written.contains(operation))
			.forEach((operation) -> result("Customized: left out " + Lines.local(operation.summary(), schema)));
	}

	private void tellKept(Generated generated) {
		List<KeptObject> kept = generated.kept();
		if (this.common.verbose) {
			kept.forEach((object) -> remark("Kept " + object + ": " + object.kept().reason()));
			generated.comparison().excluded().objects().forEach((object) -> remark("Left alone: " + object));
			remark(NOT_COMPARED);
		}
		else if (!kept.isEmpty()) {
			remark("Kept " + Lines.count(kept.size(), "object") + " that people made; -v lists them.");
		}
	}

	private static Map<String, Object> fields(Generated generated, @Nullable Header header, @Nullable Path file) {
		Map<String, Object> fields = new LinkedHashMap<>();
		if (header != null && file != null) {
			fields.putAll(RevisionOptions.fields(header, file));
		}
		fields.put("entities", generated.entities());
		fields.put("tables", generated.tables());
		fields.put("changes", Lines.changes(generated.comparison()));
		fields.put("hazards", List.copyOf(hazards(generated).keySet()));
		fields.put("kept", generated.kept().stream().map(KeptObject::toString).toList());
		return fields;
	}

	/** A comparison, or why there is none. */
	private record Compared(MigrationFolder folder, Target target, @Nullable Generated generated, List<Generated> all,
			String reason) {

		List<Generated> others() {
			return this.all.stream().skip(1).toList();
		}

	}

	/** Compares on one database. */
	private interface Comparing {

		Generated compare(List<RevisionId> parents, Answers answers, boolean prune, String name);

	}

	/** What is written: a new revision, or the newest one again. */
	record Target(Header header, @Nullable String file) {

		static Target amended(MigrateCommand command, MigrationFolder folder) {
			List<RevisionId> heads = folder.graph().heads().stream().map((head) -> head.id()).toList();
			if (heads.size() != 1) {
				throw new MigrateException(ErrorCode.SEVERAL_HEADS,
						"There " + (heads.isEmpty() ? "is no revision" : "are several heads") + " to amend.",
						"--amend rewrites the only head.");
			}
			RevisionId id = heads.get(0);
			boolean applied = command.service()
				.status()
				.revisions()
				.stream()
				.anyMatch((entry) -> entry.revision().id().equals(id) && entry.row() != null);
			if (applied) {
				throw new MigrateException(ErrorCode.USAGE,
						"Revision " + id + " is applied to the configured database, so it is not rewritten.",
						"Take it back with `db downgrade -1` first, or write a new revision without --amend.");
			}
			return new Target(RevisionOptions.amended(folder.get(id), command.message), folder.get(id).location());
		}

	}

}
