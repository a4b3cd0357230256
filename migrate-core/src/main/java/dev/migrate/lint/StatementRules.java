package dev.migrate.lint;

import dev.migrate.ddl.Ddl;

/**
 * A group of rules about statements.
 */
interface StatementRules {

	void check(Scene scene, Ddl ddl);

}
