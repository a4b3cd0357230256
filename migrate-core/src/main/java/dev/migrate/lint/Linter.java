package dev.migrate.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.DdlReader;
import dev.migrate.ddl.TableAction;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.sql.SqlStatement;

/**
 * Looks for what is dangerous in revisions.
 */
public final class Linter {

	private static final DataLossRules DATA_LOSS = new DataLossRules();

	private static final CompatibilityRules COMPATIBILITY = new CompatibilityRules();

	private static final ColumnRules COLUMNS = new ColumnRules();

	private static final MaintenanceRules MAINTENANCE = new MaintenanceRules();

	private static final WholeRevisionRules WHOLE = new WholeRevisionRules();

	private static final List<StatementRules> STATEMENTS = List.of(DATA_LOSS, COMPATIBILITY, new IndexRules(), COLUMNS,
			MAINTENANCE, WHOLE, new SessionRules());

	private static final List<ActionRules> ACTIONS = List.of(DATA_LOSS, COMPATIBILITY, COLUMNS, new ConstraintRules(),
			new TypeRules(), MAINTENANCE, WHOLE);

	private final Surroundings surroundings;

	/**
	 * Create a linter.
	 * @param surroundings where the revisions will run
	 */
	public Linter(Surroundings surroundings) {
		this.surroundings = surroundings;
	}

	/**
	 * Look at revisions.
	 * @param revisions in the order of an upgrade
	 * @return what was found
	 */
	public LintReport check(List<LintRevision> revisions) {
		List<Finding> findings = new ArrayList<>();
		List<LintReport.Allowed> allowed = new ArrayList<>();
		int statements = 0;
		int unread = 0;
		Memory memory = new Memory();
		for (LintRevision revision : revisions) {
			Look look = new Look(revision, memory);
			look.check();
			findings.addAll(look.findings);
			allowed.addAll(look.allowed);
			statements += revision.statements().size();
			unread += look.unread;
		}
		return new LintReport(findings, allowed, statements, unread);
	}

	/**
	 * Tell what of a revision has to be watched on a scratch database.
	 * @param statements of the revision, in order
	 * @return the statements that rules ask a schema about
	 */
	public LintWatch watch(List<SqlStatement> statements) {
		List<Ddl> all = statements.stream()
			.map((statement) -> DdlReader.read(statement, this.surroundings.rules()))
			.toList();
		Progress progress = new Progress(all, new Memory(), this.surroundings);
		Set<Integer> watched = new TreeSet<>();
		for (int i = 0; i < all.size(); i++) {
			if (progress.asksForSchema(all.get(i))) {
				watched.add(i);
			}
			progress.pass(all.get(i), null);
		}
		return new LintWatch(watched, progress.asksForEnds());
	}

	/** One revision. */
	private final class Look {

		private final LintRevision revision;

		private final Memory memory;

		private final List<Finding> findings = new ArrayList<>();

		private final List<LintReport.Allowed> allowed = new ArrayList<>();

		private final Set<Integer> used = new TreeSet<>();

		private int unread;

		Look(LintRevision revision, Memory memory) {
			this.revision = revision;
			this.memory = memory;
		}

		void check() {
			List<Ddl> all = this.revision.statements()
				.stream()
				.map((statement) -> DdlReader.read(statement.statement(), Linter.this.surroundings.rules()))
				.toList();
			settle(-1, aboutAll(all));
			Progress progress = new Progress(all, this.memory, Linter.this.surroundings);
			Scene scene = Scene.of(Linter.this.surroundings, this.revision, progress);
			for (int i = 0; i < all.size(); i++) {
				LintStatement statement = this.revision.statements().get(i);
				List<Finding> found = new ArrayList<>();
				check(scene.at(statement, found), all.get(i));
				settle(i, found);
				progress.pass(all.get(i), statement.before());
				this.unread += isUnread(all.get(i)) ? 1 : 0;
			}
			this.revision.allowances().faults().forEach(this::tell);
			tellUnused();
			this.findings.sort(Comparator.comparingInt((finding) -> finding.location().line()));
		}

		private List<Finding> aboutAll(List<Ddl> all) {
			List<Finding> found = new ArrayList<>();
			if (!this.revision.reversible()) {
				found.add(new Finding(LintRule.D10, this.revision.id(), this.revision.location(),
						"The revision has no downgrade: it can't be taken back when it has to be.",
						"Write a `-- migrate:downgrade` section, or say that there is none:\n"
								+ "-- migrate:downgrade irreversible \"why\""));
			}
			Schema begin = this.revision.begin();
			Schema end = this.revision.end();
			if (begin != null && end != null) {
				begin.enumTypes().forEach((type) -> compare(type, end, renamed(all, type), found));
			}
			return found;
		}

		private List<String> renamed(List<Ddl> all, EnumType type) {
			return all.stream()
				.filter((ddl) -> ddl instanceof Ddl.RenameEnumValue)
				.map(Ddl.RenameEnumValue.class::cast)
				.filter((rename) -> rename.type().own().equals(type.name().name()))
				.map((rename) -> rename.label().replaceAll("^'|'$", "").replace("''", "'"))
				.toList();
		}

		private void compare(EnumType type, Schema end, List<String> renamed, List<Finding> found) {
			Optional<SchemaObject> now = end.find(type.key());
			if (!(now.orElse(null) instanceof EnumType after)) {
				return;
			}
			List<String> gone = new ArrayList<>(type.labels());
			gone.removeAll(renamed);
			gone.removeAll(after.labels());
			if (!gone.isEmpty()) {
				found.add(new Finding(LintRule.D08, this.revision.id(), this.revision.location(),
						"Enum type " + type.name().name() + " loses " + String.join(", ", gone)
								+ ": a row that holds it makes it fail, and instances that run may still write it.",
						"First deploy code that does not write it, and update the rows that hold it."));
			}
		}

		private void check(Scene scene, Ddl ddl) {
			STATEMENTS.forEach((rules) -> rules.check(scene, ddl));
			if (ddl instanceof Ddl.AlterTable alter) {
				for (Ddl.Clause clause : alter.clauses()) {
					Scene part = scene.at(alter, clause);
					ACTIONS.forEach((rules) -> rules.check(part, alter.table(), clause.action()));
				}
			}
		}

		private boolean isUnread(Ddl ddl) {
			return ddl instanceof Ddl.Unknown || (ddl instanceof Ddl.AlterTable alter
					&& alter.clauses().stream().anyMatch((clause) -> clause.action() instanceof TableAction.Unknown));
		}

		/** Sort the findings about a statement into those that are allowed and others. */
		private void settle(int statement, List<Finding> found) {
			for (Finding finding : found) {
				int allowance = allowance(finding.rule(), statement);
				if (allowance < 0) {
					this.findings.add(finding);
				}
				else {
					this.used.add(allowance);
					this.allowed.add(new LintReport.Allowed(finding,
							this.revision.allowances().valid().get(allowance).reason()));
				}
			}
		}

		private int allowance(LintRule rule, int statement) {
			for (int i = 0; i < this.revision.allowances().valid().size(); i++) {
				Allowance allowance = this.revision.allowances().valid().get(i);
				if (allowance.rule() == rule && allowance.scope().covers(statement)) {
					return i;
				}
			}
			return -1;
		}

		private void tell(Allowances.Fault fault) {
			this.findings.add(new Finding(LintRule.A02, this.revision.id(), fault.location(), fault.message(),
					"Write `-- migrate:allow RULE reason`; `db lint --rules` lists the rules."));
		}

		private void tellUnused() {
			for (int i = 0; i < this.revision.allowances().valid().size(); i++) {
				Allowance allowance = this.revision.allowances().valid().get(i);
				if (!this.used.contains(i) && judges(allowance.rule())) {
					this.findings.add(new Finding(
							LintRule.A01, this.revision.id(), allowance.location(), "The comment allows "
									+ allowance.rule() + ", but nothing here " + allowance.rule().title() + ".",
							"Delete it, or put it above the statement that it is for."));
				}
			}
		}

		private boolean judges(LintRule rule) {
			return (Linter.this.surroundings.postgresql() || !rule.postgresqlOnly())
					&& (this.revision.shown() || !rule.needsSchema());
		}

	}

}
