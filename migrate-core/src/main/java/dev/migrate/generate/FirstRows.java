package dev.migrate.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;

/**
 * The rows that a new table must have before anybody uses it: those of tables that
 * generate keys.
 */
final class FirstRows {

	private static final Pattern INSERT = Pattern.compile("(?is)insert into ([^(]+?)\\s*\\((.*)\\) values \\((.*)\\)");

	private final String currentSchema;

	FirstRows(String currentSchema) {
		this.currentSchema = currentSchema;
	}

	/**
	 * Return what fills those tables among the new ones.
	 */
	List<Operation> of(Entities entities, List<Operation> upgrade) {
		List<Operation> rows = new ArrayList<>();
		for (Entities.Statement statement : entities.statements()) {
			Matcher insert = INSERT.matcher(statement.sql());
			if (insert.matches() && upgrade.stream().anyMatch((operation) -> creates(operation, insert.group(1)))) {
				rows.add(new ExecuteSql("INSERT INTO " + insert.group(1) + " (" + insert.group(2) + ") VALUES ("
						+ insert.group(3).replaceAll(",(?=\\S)", ", ") + ")", null));
			}
		}
		return rows;
	}

	private boolean creates(Operation operation, String written) {
		if (!(operation instanceof CreateTable created)) {
			return false;
		}
		List<String> parts = MappingNames.parts(written);
		QualifiedName name = created.table().name();
		String schema = (parts.size() > 1) ? parts.get(parts.size() - 2) : this.currentSchema;
		return parts.get(parts.size() - 1).equalsIgnoreCase(name.name()) && schema.equalsIgnoreCase(name.schema());
	}

}
