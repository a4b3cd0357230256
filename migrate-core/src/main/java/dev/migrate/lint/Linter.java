package dev.migrate.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.DdlReader;
import dev.migrate.ddl.TableAction;
import dev.migrate.sql.SqlStatement;

/**
 * Looks for what is dangerous in revisions.
 */
public final class Linter {

	private static final DataLossRules DATA_LOSS = new DataLossRules();

	private static final CompatibilityRules COMPATIBILITY = new CompatibilityRules();

	private static final List<StatementRules> STATEMENTS = List.of(DATA_LOSS, COMPATIBILITY, new IndexRules());

	private static final List<ActionRules> ACTIONS = List.of(DATA_LOSS, COMPATIBILITY);

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
		for (LintRevision revision : revisions) {
			Look look = new Look(revision);
			look.check();
			findings.addAll(look.findings);
			allowed.addAll(look.allowed);
			statements += revision.statements().size();
			unread += look.unread;
		}
		return new LintReport(findings, allowed, statements, unread);
	}

	/**
	 * Tell which statements of a revision have to be watched on a scratch database: those
	 * that touch what the revision has not made itself.
	 * @param statements of the revision, in order
	 * @return their numbers, from 0
	 */
	public Set<Integer> watched(List<SqlStatement> statements) {
		List<Ddl> all = statements.stream()
			.map((statement) -> DdlReader.read(statement, this.surroundings.rules()))
			.toList();
		Progress progress = new Progress(all, this.surroundings.currentSchema());
		Set<Integer> watched = new TreeSet<>();
		for (int i = 0; i < all.size(); i++) {
			if (progress.touchesOld(all.get(i))) {
				watched.add(i);
			}
			progress.pass(all.get(i), null);
		}
		return watched;
	}

	/** One revision. */
	private final class Look {

		private final LintRevision revision;

		private final List<Finding> findings = new ArrayList<>();

		private final List<LintReport.Allowed> allowed = new ArrayList<>();

		private final Set<Integer> used = new TreeSet<>();

		private int unread;

		Look(LintRevision revision) {
			this.revision = revision;
		}

		void check() {
			if (!this.revision.reversible()) {
				settle(-1,
						List.of(new Finding(LintRule.D10, this.revision.id(), this.revision.location(),
								"The revision has no downgrade: it can't be taken back when it has to be.",
								"Write a `-- migrate:downgrade` section, or say that there is none:\n"
										+ "-- migrate:downgrade irreversible \"why\"")));
			}
			List<Ddl> all = this.revision.statements()
				.stream()
				.map((statement) -> DdlReader.read(statement.statement(), Linter.this.surroundings.rules()))
				.toList();
			Progress progress = new Progress(all, Linter.this.surroundings.currentSchema());
			for (int i = 0; i < all.size(); i++) {
				LintStatement statement = this.revision.statements().get(i);
				List<Finding> found = new ArrayList<>();
				check(new Scene(Linter.this.surroundings, this.revision, progress, statement, found), all.get(i));
				settle(i, found);
				progress.pass(all.get(i), statement.before());
				this.unread += isUnread(all.get(i)) ? 1 : 0;
			}
			tellUnused();
			this.findings.sort(Comparator.comparingInt((finding) -> finding.location().line()));
		}

		private void check(Scene scene, Ddl ddl) {
			STATEMENTS.forEach((rules) -> rules.check(scene, ddl));
			if (ddl instanceof Ddl.AlterTable alter) {
				for (Ddl.Clause clause : alter.clauses()) {
					Scene part = scene.at(clause);
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
					this.allowed
						.add(new LintReport.Allowed(finding, this.revision.allowances().get(allowance).reason()));
				}
			}
		}

		private int allowance(LintRule rule, int statement) {
			for (int i = 0; i < this.revision.allowances().size(); i++) {
				Allowance allowance = this.revision.allowances().get(i);
				if (allowance.rule() == rule && allowance.scope().covers(statement)) {
					return i;
				}
			}
			return -1;
		}

		private void tellUnused() {
			for (int i = 0; i < this.revision.allowances().size(); i++) {
				Allowance allowance = this.revision.allowances().get(i);
				if (!this.used.contains(i) && judges(allowance.rule())) {
					this.findings.add(new Finding(
							LintRule.A01, this.revision.id(), allowance.location(), "The comment allows "
									+ allowance.rule() + ", but nothing here " + allowance.rule().title() + ".",
							"Delete it, or put it above the statement that it is for."));
				}
			}
		}

		private boolean judges(LintRule rule) {
			return Linter.this.surroundings.postgresql() || !rule.postgresqlOnly();
		}

	}

}
