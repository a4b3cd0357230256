package dev.migrate.lint;

import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;

/**
 * What writes or moves whole tables, and what stands beside a new enum value.
 */
final class MaintenanceRules implements StatementRules, ActionRules {

	@Override
	public void check(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.Maintain maintain) {
			maintain(scene, maintain);
		}
		else if (ddl instanceof Ddl.AddEnumValue add && scene.revision().transactional()) {
			boolean beside = scene.progress().all().stream().anyMatch((other) -> !(other instanceof Ddl.AddEnumValue));
			if (beside && !scene.isNew(Ddl.Kind.TYPE, add.type())) {
				scene.report(LintRule.T13, "Value " + add.label() + " of enum type " + add.type()
						+ " is added beside other statements: before the revision is committed nothing can use it.",
						"Add it in a revision of its own:\nALTER TYPE " + add.type().text() + " ADD VALUE "
								+ add.label() + ";");
			}
		}
	}

	private static void maintain(Scene scene, Ddl.Maintain maintain) {
		Name name = maintain.name();
		if (maintain.command().equals("REFRESH MATERIALIZED VIEW")) {
			if (!maintain.concurrently() && name != null && !scene.isNew(Ddl.Kind.MATERIALIZED_VIEW, name)) {
				scene.report(LintRule.T17,
						"Materialized view " + name
								+ " is refreshed without CONCURRENTLY: nobody can read it until the query is done.",
						"With a unique index on the view:\nREFRESH MATERIALIZED VIEW CONCURRENTLY " + name.text()
								+ ";");
			}
		}
		else if (!maintain.command().equals("REINDEX") && (name == null || !scene.isNew(name))) {
			rewritten(scene, maintain.command(), (name != null) ? "table " + name : "every table");
		}
	}

	private static void rewritten(Scene scene, String command, String tables) {
		scene.report(LintRule.T16, command + " writes " + tables + " anew while nobody can read or write it.",
				"Do it apart from revisions, when nobody works; pg_repack does it while others do.");
	}

	@Override
	public void check(Scene scene, Name table, TableAction action) {
		if (scene.isNew(table)) {
			return;
		}
		if (action instanceof TableAction.Rewrite rewrite) {
			rewritten(scene, rewrite.words(), "table " + table);
		}
		else if (action instanceof TableAction.DetachPartition detach && !detach.concurrently()) {
			scene.report(LintRule.T18, "Partition " + detach.partition() + " is detached from table " + table
					+ " without CONCURRENTLY: it waits for everybody who uses any partition, and everybody else waits"
					+ " behind it.",
					SafeForm.OUTSIDE + SafeForm.alter(table) + "DETACH PARTITION " + detach.partition().text()
							+ " CONCURRENTLY;");
		}
		else if (action instanceof TableAction.AttachPartition attach && !scene.isNew(attach.partition())) {
			boolean unchecked = scene.before(attach.partition()).map((found) -> found.checks().isEmpty()).orElse(false);
			if (unchecked) {
				scene.report(LintRule.T19,
						"Partition " + attach.partition() + " has no check that says which rows it"
								+ " holds: attaching it to table " + table
								+ " looks at all of them while nobody can read or write them.",
						"First say which rows it holds:\n" + SafeForm.alter(attach.partition())
								+ "ADD CONSTRAINT … CHECK (…) NOT VALID;\nIn the next revision validate it, then"
								+ " attach the partition, and drop the check.");
			}
		}
	}

}
