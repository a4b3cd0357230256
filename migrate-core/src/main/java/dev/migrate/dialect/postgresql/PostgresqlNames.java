package dev.migrate.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.migrate.operation.ExpressionText;
import dev.migrate.operation.ServerNames;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;

/**
 * The names that PostgreSQL chooses: table, columns and a suffix, cut to 63 bytes.
 */
public final class PostgresqlNames implements ServerNames {

	private static final int LONGEST = 63;

	@Override
	public String of(QualifiedName table, TableConstraint constraint, List<String> columns) {
		return switch (constraint.kind()) {
			case PRIMARY_KEY -> join(table.name(), "", "pkey");
			case UNIQUE -> join(table.name(), String.join("_", constraint.columns()), "key");
			case FOREIGN_KEY -> join(table.name(), String.join("_", constraint.columns()), "fkey");
			case CHECK -> join(table.name(), checked((TableConstraint.Checked) constraint, columns), "check");
			case EXCLUSION -> join(table.name(), excluded((TableConstraint.Excluded) constraint, columns), "excl");
		};
	}

	private static String checked(TableConstraint.Checked constraint, List<String> columns) {
		List<String> used = new ExpressionText(constraint.check().expression()).uses(columns);
		return (used.size() == 1) ? used.get(0) : "";
	}

	private static String excluded(TableConstraint.Excluded constraint, List<String> columns) {
		return String.join("_", new ExpressionText(constraint.exclusion().definition()).uses(columns));
	}

	@Override
	public String of(QualifiedName table, Index index) {
		List<String> parts = index.elements().stream().map(PostgresqlNames::part).toList();
		return join(table.name(), String.join("_", parts), "idx");
	}

	private static String part(IndexElement element) {
		return (element.column() != null) ? element.column() : "expr";
	}

	@Override
	public String numbered(String name, int attempt) {
		String number = Integer.toString(attempt);
		return cut(name, LONGEST - number.length()) + number;
	}

	@Override
	public boolean isMadeUp(String name) {
		return false;
	}

	/**
	 * Join as the server's makeObjectName does: the longer of both parts is cut first.
	 */
	private static String join(String first, String second, String label) {
		int available = LONGEST - label.length() - 1 - (second.isEmpty() ? 0 : 1);
		int firstLength = bytes(first);
		int secondLength = bytes(second);
		while (firstLength + secondLength > available) {
			if (firstLength > secondLength) {
				firstLength--;
			}
			else {
				secondLength--;
			}
		}
		return cut(first, firstLength) + "_" + (second.isEmpty() ? "" : cut(second, secondLength) + "_") + label;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	private static String cut(String text, int longest) {
		int end = text.length();
		while (bytes(text.substring(0, end)) > longest) {
			end = text.offsetByCodePoints(end, -1);
		}
		return text.substring(0, end);
	}

}
