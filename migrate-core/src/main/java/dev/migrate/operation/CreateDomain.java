package dev.migrate.operation;

import dev.migrate.schema.Domain;

/**
 * Creates a domain.
 *
 * @param domain the domain
 */
public record CreateDomain(Domain domain) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new DropDomain(this.domain));
	}

	@Override
	public String summary() {
		return "create domain " + this.domain.name();
	}

}
