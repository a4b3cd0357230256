package dev.migrate.lint;

import dev.migrate.ddl.Ddl;

/**
 * How indexes are built and dropped.
 */
final class IndexRules implements StatementRules {

	@Override
	public void check(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.CreateIndex create && !scene.isNew(create.table())) {
			create(scene, create);
		}
		else if (ddl instanceof Ddl.Drop drop && drop.kind() == Ddl.Kind.INDEX && !drop.concurrently()) {
			drop.names()
				.stream()
				.filter((name) -> !scene.isNew(drop.kind(), name))
				.forEach((name) -> scene.report(LintRule.P02, "Index " + name
						+ " is dropped without CONCURRENTLY: it waits for everybody who uses the table, and everybody"
						+ " else waits behind it.", SafeForm.OUTSIDE + "DROP INDEX CONCURRENTLY " + name.text() + ";"));
		}
		else if (ddl instanceof Ddl.Maintain maintain && maintain.command().equals("REINDEX")
				&& !maintain.concurrently()) {
			scene.report(LintRule.P24,
					"REINDEX " + ((maintain.name() != null) ? "of " + maintain.name() + " " : "")
							+ "is without CONCURRENTLY: nobody can write to the table until it is done.",
					SafeForm.OUTSIDE + "REINDEX … CONCURRENTLY "
							+ ((maintain.name() != null) ? maintain.name().text() : "…") + ";");
		}
	}

	private void create(Scene scene, Ddl.CreateIndex create) {
		String index = (create.name() != null) ? "Index " + create.name().own() : "An index";
		if (!create.mode().concurrently()) {
			scene.report(LintRule.P01,
					index + " is built on table " + create.table()
							+ " without CONCURRENTLY: nobody can write to the table until it is done.",
					SafeForm.OUTSIDE + "CREATE " + (create.mode().unique() ? "UNIQUE " : "") + "INDEX CONCURRENTLY "
							+ ((create.name() != null) ? create.name().text() + " " : "") + "ON " + create.definition()
							+ ";");
		}
		else if (create.mode().ifNotExists()) {
			scene.report(LintRule.P05,
					index + " is built concurrently IF NOT EXISTS: a build that failed leaves an index of that name"
							+ " that serves nobody, and it is taken for the index.",
					"Leave out IF NOT EXISTS: when the revision is repeated, what a failed build left is removed.");
		}
		int version = scene.surroundings().version();
		if (create.mode().concurrently() && version >= 140_000 && version < 140_004) {
			scene.report(LintRule.P06, index + " is built concurrently on PostgreSQL 14." + version % 10_000
					+ ": such an index may miss rows.", "Bring the server to PostgreSQL 14.4 or newer first.");
		}
	}

}
