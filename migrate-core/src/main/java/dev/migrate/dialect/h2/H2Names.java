package dev.migrate.dialect.h2;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.migrate.operation.ExpressionText;
import dev.migrate.operation.ServerNames;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;

/**
 * The names that constraints and indexes get on H2. Its own are made of hashes and change
 * with what else is there, so ours follow PostgreSQL's pattern.
 */
public final class H2Names implements ServerNames {

	private static final Pattern MADE_UP = Pattern.compile("(?i)CONSTRAINT_[0-9A-F]+(?:_[0-9]+)?");

	@Override
	public String of(QualifiedName table, TableConstraint constraint, List<String> columns) {
		String middle = String.join("_", constraint.columns());
		return switch (constraint.kind()) {
			case PRIMARY_KEY -> join(table, "", "pkey");
			case UNIQUE -> join(table, middle, "key");
			case FOREIGN_KEY -> join(table, middle, "fkey");
			case CHECK -> join(table, checked((TableConstraint.Checked) constraint, columns), "check");
			case EXCLUSION -> join(table, middle, "excl");
		};
	}

	private static String checked(TableConstraint.Checked constraint, List<String> columns) {
		List<String> used = new ExpressionText(constraint.check().expression()).uses(columns);
		return (used.size() == 1) ? used.get(0) : "";
	}

	@Override
	public String of(QualifiedName table, Index index) {
		return join(table, String.join("_", index.elements().stream().map(H2Names::part).toList()), "idx");
	}

	private static String part(IndexElement element) {
		return (element.column() != null) ? element.column() : "expr";
	}

	/**
	 * The suffix takes the case of the table's name.
	 */
	private static String join(QualifiedName table, String middle, String suffix) {
		boolean lower = table.name().equals(table.name().toLowerCase(Locale.ROOT));
		return table.name() + "_" + (middle.isEmpty() ? "" : middle + "_")
				+ (lower ? suffix : suffix.toUpperCase(Locale.ROOT));
	}

	@Override
	public String numbered(String name, int attempt) {
		return name + attempt;
	}

	@Override
	public boolean isMadeUp(String name) {
		return MADE_UP.matcher(name).matches();
	}

}
