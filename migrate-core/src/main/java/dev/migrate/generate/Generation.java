package dev.migrate.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.script.MappingLine;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of entities with revisions. The revisions are replayed once: what is
 * found is proven in the place where they stand.
 */
final class Generation {

	private final Generator generator;

	private final GenerateRequest request;

	private final MappingNames names;

	private final List<MappingLine> known;

	private final List<String> notes = new ArrayList<>();

	private @Nullable Decision decision;

	Generation(Generator generator, GenerateRequest request) {
		this.generator = generator;
		this.request = request;
		this.names = new MappingNames(generator.currentSchema());
		this.known = request.base().stream().flatMap((script) -> script.mapping().stream()).toList();
	}

	Generated run(Supplier<Entities> model) {
		Workbench workbench = this.generator.workbench();
		List<String> about = new ArrayList<>();
		List<Replay.NamedSection> base = this.generator.base(this.request, about);
		workbench.prepareFor(base);
		workbench.begin(base);
		try {
			Entities entities = model.get();
			this.notes.addAll(entities.warnings());
			this.notes.addAll(about);
			return run(workbench, base, entities);
		}
		finally {
			workbench.giveUp();
		}
	}

	private Generated run(Workbench workbench, List<Replay.NamedSection> base, Entities entities) {
		if (!entities.faults().isEmpty()) {
			throw new MigrateException(
					ErrorCode.INVALID_ENTITIES, "The entities can't be mapped:"
							+ ((entities.faults().size() == 1) ? " " : "\n  ") + String.join("\n  ", entities.faults()),
					null);
		}
		workbench.expect(entities.statements().size());
		Schema desired = workbench.on((bench) -> {
			bench.create(entities);
			return bench.read();
		});
		Wish wish = new Wish(entities, desired, this.names.of(entities));
		Schema upgraded = null;
		try {
			upgraded = workbench.after(base, (bench, actual) -> proven(bench, actual, wish));
		}
		catch (Replay.NeedsOutsideException ex) {
			// It is proven below, section by section outside where it has to be.
		}
		Decision made = Objects.requireNonNull(this.decision, "what was decided");
		if (!made.isWritten()) {
			return nothing(wish, made);
		}
		Generator.Proven proven = (upgraded != null) ? new Generator.Proven(upgraded, true, true)
				: proving(made, () -> this.generator.prove(this.request.name(), base, made.draft, made.claim.wanted()));
		return written(wish, made, proven);
	}

	/**
	 * Decide what is to be written, and prove it.
	 * @param bench where the revisions stand
	 * @param actual what they have built
	 * @param wish what the entities want
	 * @return the schema after the upgrade, or null if there is nothing to prove or it
	 * can't be proven here
	 */
	private @Nullable Schema proven(Workbench.Bench bench, Schema actual, Wish wish) {
		// Committed, the same work is done again; a customizer is asked once.
		Decision made = (this.decision != null) ? this.decision : decide(actual, wish);
		this.decision = made;
		if (!made.isWritten() || made.claim.needsCommits()) {
			return null;
		}
		return proving(made, () -> this.generator.proof().prove(bench, actual, made.claim));
	}

	private Decision decide(Schema actual, Wish wish) {
		ComparisonRules rules = rules(wish);
		Comparison comparison = new SchemaComparator().compare(actual, wish.schema, rules);
		refuseUnused(comparison);
		comparison.excluded().borderKeys().forEach((key) -> this.notes.add(aboutBorder(key)));
		List<Operation> rows = List.of();
		RevisionOperations found = RevisionOperations.NONE;
		RevisionOperations revision = RevisionOperations.NONE;
		Draft draft = Draft.NONE;
		if (Decision.isWritten(comparison)) {
			TakenNumbers numbers = new TakenNumbers(this.generator.renderer());
			rows = new FirstRows(this.generator.currentSchema()).of(wish.entities, comparison.upgrade());
			found = RevisionOperations.of(this.generator.dialect().name(), comparison);
			rows = Stream.concat(rows.stream(), numbers.of(found.upgrade(), wish.mapping, wish.schema).stream())
				.toList();
			found = found.followedBy(rows)
				.followedBackBy(numbers.of(found.downgrade(), this.names.read(this.known), actual));
			revision = this.generator.hooks().customize(found);
			draft = this.generator.draft(revision);
		}
		ComparisonRules after = ComparisonRules
			.mapped(wish.mapping, wish.mapping, this.generator.dialect().serverNames(), this.generator.currentSchema())
			.withBoundary(rules.boundary());
		Proof.Claim claim = new Proof.Claim(this.request.name(), draft.upgrade(this.generator.dialect(), true),
				draft.downgrade(this.generator.dialect(), true), new Proof.Wanted(wish.schema, after));
		return new Decision(comparison, rows, revision, !revision.equals(found), draft, claim);
	}

	private ComparisonRules rules(Wish wish) {
		ComparisonRules rules = ComparisonRules
			.mapped(this.names.read(this.known), wish.mapping, this.generator.dialect().serverNames(),
					this.generator.currentSchema())
			.withAnswers(this.request.answers())
			.withBoundary(this.generator.hooks().boundary(Origin.REVISIONS, Origin.ENTITIES));
		return this.request.prune() ? rules.withOwnership(Ownership.EVERYTHING) : rules;
	}

	private static void refuseUnused(Comparison comparison) {
		List<String> unused = comparison.unusedAnswers();
		if (!unused.isEmpty()) {
			throw new UnusedAnswersException(unused);
		}
	}

	private String aboutBorder(Excluded.BorderKey key) {
		return "The foreign key of " + typed(key.table()) + " (" + String.join(", ", key.columns()) + ") to "
				+ typed(key.target()) + " is left alone: that table takes no part, and no revision makes it.";
	}

	private String typed(QualifiedName name) {
		return name.schema().equals(this.generator.currentSchema()) ? name.name() : name.toString();
	}

	private static <T> T proving(Decision made, Supplier<T> proof) {
		try {
			return proof.get();
		}
		catch (MigrateException ex) {
			throw made.customized ? customized(ex) : ex;
		}
	}

	private static MigrateException customized(MigrateException failure) {
		String hint = (failure.hint() != null) ? failure.hint() + "\n" : "";
		return new MigrateException(failure.code(), failure.getMessage(), hint
				+ "A RevisionCustomizer changed what had been found. The upgrade must still lead to what the entities want;"
				+ " what is never to be written is a matter for a SchemaFilter.", failure);
	}

	private Generated nothing(Wish wish, Decision made) {
		this.notes.addAll(this.generator.workbench().skipped());
		return new Generated(made.comparison, wish.entities.count(), tables(wish, made), List.of(), List.of(), null,
				true, true, List.of(), kept(made), this.notes, List.of(), RevisionOperations.NONE,
				this.generator.place());
	}

	private Generated written(Wish wish, Decision made, Generator.Proven proven) {
		this.notes.addAll(this.generator.workbench().skipped());
		Excluded excluded = made.comparison.excluded();
		List<MappingLine> lines = this.names.lines(excluded.without(wish.mapping), excluded.without(proven.schema()),
				this.known);
		Draft draft = made.draft;
		Set<Operation> rows = Set.copyOf(made.rows);
		return new Generated(made.comparison, wish.entities.count(), tables(wish, made), draft.up(), draft.down(),
				draft.irreversible(), proven.up(), proven.down(), lines, kept(made), this.notes,
				Change.of(made.revision.upgrade().stream().filter((operation) -> !rows.contains(operation)).toList()),
				made.revision, this.generator.place());
	}

	private List<KeptObject> kept(Decision made) {
		return new KeptOrigins(this.request.base(), this.generator.dialect()).of(made.comparison.kept());
	}

	private static int tables(Wish wish, Decision made) {
		return made.comparison.excluded().without(wish.schema).tables().size();
	}

	/** What the entities want. */
	private record Wish(Entities entities, Schema schema, Mapping mapping) {
	}

	/**
	 * What is to be written.
	 *
	 * @param comparison what differs
	 * @param rows what fills new tables
	 * @param revision what is written
	 * @param customized whether the application changed it
	 * @param draft the revision as SQL; NONE if nothing is written
	 * @param claim what has to be proven of it
	 */
	private record Decision(Comparison comparison, List<Operation> rows, RevisionOperations revision,
			boolean customized, Draft draft, Proof.Claim claim) {

		boolean isWritten() {
			return isWritten(this.comparison);
		}

		static boolean isWritten(Comparison comparison) {
			return !comparison.isEmpty() && comparison.open().isEmpty();
		}

	}

}
