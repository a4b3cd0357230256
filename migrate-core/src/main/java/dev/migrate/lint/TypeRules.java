package dev.migrate.lint;

import java.util.Set;
import java.util.regex.Pattern;

import dev.migrate.ddl.Ddl;
import dev.migrate.ddl.Name;
import dev.migrate.ddl.TableAction;
import dev.migrate.schema.Column;
import dev.migrate.schema.TypeWidth;

/**
 * What changing the type of a column does to its values and its table.
 */
final class TypeRules implements ActionRules {

	private static final Pattern LENGTH = Pattern.compile("\\(\\d+\\)");

	static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");

	private static final Set<String> ZONED = Set.of("timestamp without time zone", "timestamp with time zone");

	@Override
	public void check(Scene scene, Name table, TableAction action) {
		if (!(action instanceof TableAction.ChangeType change) || scene.isNew(table)) {
			return;
		}
		Column before = scene.before(table, change.column()).orElse(null);
		Column after = scene.after(table, change.column()).orElse(null);
		if (before == null || after == null || before.type().equals(after.type())) {
			return;
		}
		String from = before.type().sql();
		String to = after.type().sql();
		String name = "Column " + table + "." + change.column();
		String goes = " goes from " + from + " to " + to;
		boolean rewrites = rewrites(scene, table, new TypeWidth(from, to));
		// What is not written anew is not converted either.
		if (rewrites || !scene.surroundings().postgresql()) {
			values(scene, table, change, new TypeWidth(from, to));
		}
		boolean zone = zoneCounts(scene, from, to);
		if (zone || rewrites) {
			scene.report(LintRule.T01,
					name + goes + ": every row is written anew while nobody can read or write the table"
							+ (zone ? ", unless the session's time zone is UTC." : "."),
					zone ? "If the values are in UTC, put this above it:\nSET LOCAL timezone = 'UTC';"
							: SafeForm.newColumn(table, change.column(), change.type()));
		}
		else if (scene.alone() && scene.rewritesAnything()) {
			scene.report(LintRule.T01,
					name + goes + ": its indexes are built anew while nobody can read or write the table.",
					SafeForm.newColumn(table, change.column(), change.type()));
		}
		boolean checked = scene.before(table)
			.map((found) -> found.checks().stream().anyMatch((check) -> mentions(check.expression(), before.name())))
			.orElse(false);
		if (checked) {
			scene.report(LintRule.T02,
					name + goes
							+ ": its checks are applied to every row again while nobody can read or write the table.",
					"Drop the checks first, and add them NOT VALID afterwards; validate them in the next revision.");
		}
	}

	// With other clauses beside it, what was seen may be their doing.
	private static boolean rewrites(Scene scene, Name table, TypeWidth width) {
		boolean partitioned = scene.before(table).map((found) -> found.isPartitioned()).orElse(false);
		boolean seen = scene.rewrites(table);
		return (scene.alone() && !partitioned) ? seen : (seen || partitioned) && width.rewrites();
	}

	private static boolean zoneCounts(Scene scene, String from, String to) {
		String plainFrom = LENGTH.matcher(from).replaceAll("");
		String plainTo = LENGTH.matcher(to).replaceAll("");
		boolean zone = !plainFrom.equals(plainTo) && ZONED.contains(plainFrom) && ZONED.contains(plainTo);
		return zone && scene.progress()
			.all()
			.stream()
			.noneMatch((ddl) -> ddl instanceof Ddl.Set set && set.setting().equals("timezone"));
	}

	private static void values(Scene scene, Name table, TableAction.ChangeType change, TypeWidth width) {
		String name = "Column " + table + "." + change.column();
		String goes = " goes from " + width.from() + " to " + width.to();
		if (width.sameKind() && (width.mayFail() || width.mayLose())) {
			scene.report(LintRule.D05,
					name + goes
							+ (width.mayFail() ? ": a value that does not fit makes it fail."
									: ": values are rounded or cut, and what they were is lost."),
					SafeForm.newColumn(table, change.column(), change.type()));
		}
		else if (!width.sameKind() && (width.mayFail() || width.mayLose())) {
			scene.report(LintRule.D06, name + goes + ": a value that does not convert makes it fail.",
					SafeForm.newColumn(table, change.column(), change.type()));
		}
	}

	private static boolean mentions(String expression, String column) {
		return Pattern.compile("(?<![\\w$])\"?" + Pattern.quote(column) + "\"?(?![\\w$])")
			.matcher(LITERAL.matcher(expression).replaceAll("''"))
			.find();
	}

}
