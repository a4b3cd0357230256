package dev.migrate.lint;

import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;

/**
 * A group of rules about the actions of ALTER TABLE.
 */
interface ActionRules {

	void check(Scene scene, Name table, TableAction action);

}
