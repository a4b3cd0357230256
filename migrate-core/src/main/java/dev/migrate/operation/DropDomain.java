package dev.migrate.operation;

import dev.migrate.schema.Domain;

/**
 * Drops a domain that no column uses by then.
 *
 * @param domain the domain
 */
public record DropDomain(Domain domain) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new CreateDomain(this.domain));
	}

	@Override
	public String summary() {
		return "drop domain " + this.domain.name();
	}

}
