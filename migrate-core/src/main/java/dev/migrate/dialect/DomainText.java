package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Domain;

/**
 * Writes a domain, and what another one needs to become it.
 */
final class DomainText {

	private static final String INDENT = "\n    ";

	private final SqlWords words;

	private final Definitions definitions;

	private final Domain domain;

	DomainText(SqlWords words, Definitions definitions, Domain domain) {
		this.words = words;
		this.definitions = definitions;
		this.domain = domain;
	}

	String create() {
		StringBuilder text = new StringBuilder("CREATE DOMAIN ").append(this.words.name(this.domain.name()))
			.append(" AS ")
			.append(this.words.type(this.domain.type()));
		if (this.domain.collation() != null) {
			text.append(" COLLATE ").append(this.words.local(this.domain.collation()));
		}
		if (this.domain.defaultExpression() != null) {
			text.append(" DEFAULT ").append(this.words.expression(this.domain.defaultExpression()));
		}
		text.append(this.domain.nullable() ? "" : " NOT NULL");
		for (Check check : this.domain.checks()) {
			text.append(INDENT).append(check(check));
		}
		return text.toString();
	}

	private String check(Check check) {
		return this.definitions.named(new TableConstraint.Checked(check));
	}

	List<String> alter(Domain before) {
		List<String> clauses = new ArrayList<>();
		String value = this.domain.defaultExpression();
		if (!Objects.equals(before.defaultExpression(), value)) {
			clauses.add((value != null) ? "SET DEFAULT " + this.words.expression(value) : "DROP DEFAULT");
		}
		for (Check check : before.checks()) {
			if (!this.domain.checks().contains(check)) {
				clauses.add("DROP CONSTRAINT " + this.words.name(check.name()));
			}
		}
		for (Check check : this.domain.checks()) {
			if (!before.checks().contains(check)) {
				clauses.add("ADD " + check(check));
			}
		}
		if (before.nullable() != this.domain.nullable()) {
			clauses.add(this.domain.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
		}
		String head = "ALTER DOMAIN " + this.words.name(this.domain.name()) + " ";
		return clauses.stream().map(head::concat).toList();
	}

}
