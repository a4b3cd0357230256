package dev.migrate.lint;

import dev.migrate.ddl.Ddl;

/**
 * How indexes are built and dropped.
 */
final class IndexRules implements StatementRules {

	/** How a revision that can't run in a transaction begins. */
	static final String OUTSIDE = "In a revision of its own, below `-- migrate:upgrade transaction=false`:\n";

	@Override
	public void check(Scene scene, Ddl ddl) {
		if (ddl instanceof Ddl.CreateIndex create && !scene.isNew(create.table())) {
			create(scene, create);
		}
	}

	private void create(Scene scene, Ddl.CreateIndex create) {
		String index = (create.name() != null) ? "Index " + create.name().own() : "An index";
		if (!create.mode().concurrently()) {
			scene.report(LintRule.P01,
					index + " is built on table " + create.table()
							+ " without CONCURRENTLY: nobody can write to the table until it is done.",
					OUTSIDE + "CREATE " + (create.mode().unique() ? "UNIQUE " : "") + "INDEX CONCURRENTLY "
							+ ((create.name() != null) ? create.name().text() + " " : "") + "ON " + create.definition()
							+ ";");
		}
	}

}
