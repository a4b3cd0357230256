package dev.migrate.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.diff.Answers;
import dev.migrate.diff.Change;
import dev.migrate.diff.Comparison;
import dev.migrate.diff.ComparisonRules;
import dev.migrate.diff.Excluded;
import dev.migrate.diff.Mapping;
import dev.migrate.diff.Ownership;
import dev.migrate.diff.SchemaComparator;
import dev.migrate.diff.SchemaFilter.Origin;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.revision.RevisionId;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.scratch.Scratch;
import dev.migrate.script.MappingLine;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.Section;
import org.jspecify.annotations.Nullable;

/**
 * Compares the entities with what the revisions build, and writes and proves what is
 * missing. Both schemas are read from a database, which has normalised them.
 */
public final class Generator {

	private final Dialect dialect;

	private final ServerVersion server;

	private final String currentSchema;

	private final Workbench workbench;

	private final Hooks hooks;

	/**
	 * Create a generator.
	 * @param dialect of the database
	 * @param server which server
	 * @param currentSchema that unqualified names go to
	 * @param scratch where to build; not closed
	 */
	public Generator(Dialect dialect, ServerVersion server, String currentSchema, Scratch scratch) {
		this(dialect, server, currentSchema, new Workbench(scratch, dialect), Hooks.NONE);
	}

	private Generator(Dialect dialect, ServerVersion server, String currentSchema, Workbench workbench, Hooks hooks) {
		this.dialect = dialect;
		this.server = server;
		this.currentSchema = currentSchema;
		this.workbench = workbench;
		this.hooks = hooks;
	}

	/**
	 * Return a generator that heeds what the application says.
	 * @param newHooks what it says
	 * @return a generator on the same scratch
	 */
	public Generator with(Hooks newHooks) {
		return new Generator(this.dialect, this.server, this.currentSchema, this.workbench, newHooks);
	}

	/**
	 * Compare, and prove what is to be written.
	 * @param model the entities
	 * @param request against which revisions, with which answers
	 * @return what differs and what to write
	 * @throws MigrateException if the entities' schema can't be created, a revision can't
	 * be replayed, or the result is not proven
	 */
	public Generated generate(EntityModel model, GenerateRequest request) {
		return new Generation(this, request).run(() -> model.read(this.server));
	}

	Dialect dialect() {
		return this.dialect;
	}

	String currentSchema() {
		return this.currentSchema;
	}

	Workbench workbench() {
		return this.workbench;
	}

	Hooks hooks() {
		return this.hooks;
	}

	// What a live database has beside its revisions counts as one more of them.
	List<Replay.NamedSection> base(GenerateRequest request, List<String> notes) {
		List<Replay.NamedSection> base = new ArrayList<>(sections(request.base()));
		if (request.live() == null) {
			return base;
		}
		Comparison drift = new SchemaComparator().compare(built(base), request.live(),
				exact(Origin.REVISIONS, Origin.DATABASE));
		if (!drift.isEmpty()) {
			base.add(new Replay.NamedSection("What the live database has beside its revisions",
					draft(drift).upgrade(this.dialect, true)));
			notes.add("The live database is not what its revisions build, so this revision fits it and no other: "
					+ String.join("; ", drift.upgrade().stream().map((operation) -> operation.summary()).toList())
					+ ".");
		}
		return base;
	}

	private Schema built(List<Replay.NamedSection> base) {
		this.workbench.prepareFor(base);
		return this.workbench.on((bench) -> {
			bench.replay(base);
			return bench.read();
		});
	}

	Generated.Place place() {
		return new Generated.Place(this.dialect, this.currentSchema);
	}

	/**
	 * Prove a draft in transactions, and where a section can't run in one, outside.
	 */
	Proven prove(String name, List<Replay.NamedSection> base, Draft draft, Proof.@Nullable Wanted wanted) {
		Proof proof = proof();
		boolean upTransactional = true;
		boolean downTransactional = true;
		while (true) {
			Section up = draft.upgrade(this.dialect, upTransactional);
			Section down = draft.downgrade(this.dialect, downTransactional);
			try {
				return new Proven(proof.prove(base, new Proof.Claim(name, up, down, wanted)), upTransactional,
						downTransactional);
			}
			catch (Replay.NeedsOutsideException ex) {
				// A section outside a transaction does not ask to be outside again.
				upTransactional = upTransactional && !ex.concerns(up);
				downTransactional = downTransactional && !ex.concerns(down);
				if (!ex.concerns(up) && !ex.concerns(down)) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Prove a revision that is there, whoever wrote it.
	 * @param base the revisions below it, in the order of an upgrade
	 * @param script the revision
	 * @throws MigrateException with NOT_PROVEN if it does not hold
	 */
	public void prove(List<MigrationScript> base, MigrationScript script) {
		proof().prove(sections(base), new Proof.Claim("revision " + script.revision().id(),
				script.upgrade(this.dialect), script.downgrade(this.dialect), null));
	}

	/**
	 * Prove a revision that is there with rows in the tables.
	 * @param base the revisions below it, in the order of an upgrade
	 * @param script the revision
	 * @return what could be filled, and what a downgrade loses
	 * @throws MigrateException with NOT_PROVEN if it does not hold
	 */
	public DataReport proveFilled(List<MigrationScript> base, MigrationScript script) {
		return proof().proveFilled("revision " + script.revision().id(), sections(base), script.upgrade(this.dialect),
				script.downgrade(this.dialect));
	}

	/**
	 * Compare a live schema with what its applied revisions build.
	 * @param applied the applied revisions, in the order of an upgrade
	 * @param live the schema as it is
	 * @return what leads from the live schema to the one that the revisions build
	 */
	public Comparison drift(List<MigrationScript> applied, Schema live) {
		Schema built = build(applied);
		return new SchemaComparator().compare(live, built, exact(Origin.DATABASE, Origin.REVISIONS));
	}

	/**
	 * Write what brings a live schema back to what its applied revisions build. Nothing
	 * is proven: the live schema is no place to try.
	 * @param applied the applied revisions, in the order of an upgrade
	 * @param live the schema as it is
	 * @param answers what has been answered
	 * @return what differs, what is asked, and the statements once nothing is asked
	 */
	public Generated repair(List<MigrationScript> applied, Schema live, Answers answers) {
		Schema built = build(applied);
		Comparison comparison = new SchemaComparator().compare(live, built,
				exact(Origin.DATABASE, Origin.REVISIONS).withAnswers(answers));
		Draft draft = comparison.open().isEmpty() ? draft(comparison) : Draft.NONE;
		return new Generated(comparison, 0, built.tables().size(), draft.up(), draft.down(), draft.irreversible(), true,
				true, List.of(), List.of(), this.workbench.skipped(), comparison.changes(), RevisionOperations.NONE,
				place());
	}

	/**
	 * Write down a live schema as a revision, and prove it.
	 * @param model the entities, for the mapping section
	 * @param request the revisions below the new one, what has been answered, its name
	 * @param live the schema as it is
	 * @return the revision, and what of the schema it does not carry
	 * @throws MigrateException with NOT_PROVEN if what was written can't be replayed
	 */
	public Recorded record(EntityModel model, GenerateRequest request, Schema live) {
		List<Replay.NamedSection> base = sections(request.base());
		Schema built = build(request.base());
		Comparison comparison = new SchemaComparator().compare(built, live,
				exact(Origin.REVISIONS, Origin.DATABASE).withAnswers(request.answers()));
		int tables = live.tables().size();
		List<String> notes = new ArrayList<>();
		if (comparison.isEmpty() || !comparison.open().isEmpty()) {
			return new Recorded(new Generated(comparison, 0, tables, List.of(), List.of(), null, true, true, List.of(),
					List.of(), this.workbench.skipped(), List.of(), RevisionOperations.NONE, place()), List.of());
		}
		Entities entities = entities(model, notes);
		Draft draft = draft(RevisionOperations.of(this.dialect.name(), comparison)
			.followedBy(newPartitions(built, comparison.excluded().without(live)))
			.followedBy(new FirstRows(this.currentSchema).of(entities, comparison.upgrade())));
		Proven proven = prove(request.name(), base, draft, null);
		Schema upgraded = proven.schema;
		MappingNames names = new MappingNames(this.currentSchema);
		List<MappingLine> known = request.base().stream().flatMap((script) -> script.mapping().stream()).toList();
		Comparison left = new SchemaComparator().compare(upgraded, live, exact(Origin.REVISIONS, Origin.DATABASE));
		List<String> lost = new ArrayList<>(left.upgrade().stream().map((operation) -> operation.summary()).toList());
		Schema ours = left.excluded().without(upgraded);
		List<MappingLine> mapping = names.lines(names.of(entities).in(ours), ours, known);
		left.kept().stream().map((kept) -> kept + ": " + kept.reason()).forEach(lost::add);
		comparison.kept()
			.stream()
			.map((kept) -> kept + ": " + kept.reason())
			.filter((sentence) -> !lost.contains(sentence))
			.forEach(lost::add);
		notes.addAll(this.workbench.skipped());
		return new Recorded(new Generated(comparison, entities.count(), tables, draft.up(), draft.down(),
				draft.irreversible(), proven.up, proven.down, mapping, List.of(), notes, comparison.changes(),
				RevisionOperations.NONE, place()), lost);
	}

	// Partitions come and go and are not compared; but a table that is written down
	// without them takes no row.
	private static List<Operation> newPartitions(Schema built, Schema live) {
		List<Operation> operations = new ArrayList<>();
		Set<QualifiedName> known = new HashSet<>();
		live.tables()
			.stream()
			.filter((table) -> table.isPartitioned() && !table.isPartition() && built.table(table.name()).isEmpty())
			.forEach((table) -> known.add(table.name()));
		boolean more = !known.isEmpty();
		while (more) {
			more = false;
			for (Table table : live.tables()) {
				if (table.isPartition() && known.contains(table.options().partitionOf()) && known.add(table.name())) {
					operations.add(new CreateTable(table));
					more = true;
				}
			}
		}
		return operations;
	}

	/**
	 * Find the mapping lines that revisions lack: those of objects that the entities map
	 * and that no mapping section names. A line goes to the revision that made the object
	 * as it is called in the end.
	 * @param model the entities
	 * @param scripts all revisions, in the order of an upgrade
	 * @return the missing lines by revision, in the same order
	 */
	public Map<RevisionId, List<MappingLine>> missingMapping(EntityModel model, List<MigrationScript> scripts) {
		MappingNames names = new MappingNames(this.currentSchema);
		Mapping desired = names.of(model.read(this.server));
		Set<String> named = scripts.stream()
			.flatMap((script) -> script.mapping().stream())
			.map(Generator::object)
			.collect(Collectors.toSet());
		return this.workbench.on((bench) -> {
			Map<RevisionId, List<MappingLine>> missing = new LinkedHashMap<>();
			Set<MappingLine> before = Set.of();
			for (MigrationScript script : scripts) {
				bench.replay(sections(List.of(script)));
				Schema schema = compared(bench.read());
				List<MappingLine> lines = names.lines(desired.in(schema), schema, List.of());
				List<MappingLine> made = new ArrayList<>(lines);
				made.removeAll(before);
				made.removeIf((line) -> named.contains(object(line)));
				// What was dropped and made again belongs to whoever made it last.
				missing.values().forEach((earlier) -> earlier.removeIf((line) -> !lines.contains(line)));
				missing.put(script.revision().id(), made);
				before = Set.copyOf(lines);
			}
			missing.values().removeIf(List::isEmpty);
			return missing;
		});
	}

	private Schema compared(Schema schema) {
		return new SchemaComparator().compare(schema, schema, exact(Origin.REVISIONS, Origin.ENTITIES))
			.excluded()
			.without(schema);
	}

	private static String object(MappingLine line) {
		return line.kind() + " " + line.name();
	}

	// A schema can be written down without entities; only the mapping section needs them.
	private Entities entities(EntityModel model, List<String> notes) {
		try {
			return model.read(this.server);
		}
		catch (MigrateException ex) {
			notes.add("The revision got no mapping section. " + ex.getMessage());
			return new Entities(List.of(), List.of(), List.of(), List.of(), 0);
		}
	}

	/**
	 * Build the schema of revisions.
	 * @param scripts in the order of an upgrade
	 * @return the schema
	 */
	public Schema build(List<MigrationScript> scripts) {
		return built(sections(scripts));
	}

	/**
	 * Run two branches in both orders, and compare what they build.
	 * @param base what both stand on, in the order of an upgrade
	 * @param first the revisions of one branch alone, in order
	 * @param second those of the other
	 * @return one sentence for each conflict; empty if the order makes no difference
	 * @throws MigrateException with NOT_PROVEN if a branch fails without the other
	 */
	public List<String> conflicts(List<MigrationScript> base, List<MigrationScript> first,
			List<MigrationScript> second) {
		return new BranchOrders(this::build, exact(Origin.REVISIONS, Origin.REVISIONS)).conflicts(base, first, second);
	}

	Proof proof() {
		return new Proof(this.workbench, exact(Origin.REVISIONS, Origin.REVISIONS));
	}

	private ComparisonRules exact(Origin actual, Origin desired) {
		return ComparisonRules.exact(this.dialect.serverNames(), this.currentSchema)
			.withBoundary(this.hooks.boundary(actual, desired));
	}

	private List<Replay.NamedSection> sections(List<MigrationScript> scripts) {
		return scripts.stream()
			.map((script) -> new Replay.NamedSection("Revision " + script.revision().describe(),
					script.upgrade(this.dialect)))
			.toList();
	}

	private Draft draft(Comparison comparison) {
		return draft(RevisionOperations.of(this.dialect.name(), comparison));
	}

	Draft draft(RevisionOperations revision) {
		return Draft.of(revision, renderer());
	}

	Renderer renderer() {
		return this.dialect.renderer(this.currentSchema);
	}

	record Proven(Schema schema, boolean up, boolean down) {
	}

}
