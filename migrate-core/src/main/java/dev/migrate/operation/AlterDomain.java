package dev.migrate.operation;

import dev.migrate.schema.Domain;

/**
 * Changes the default, the nullability or the checks of a domain. Its base type stays.
 *
 * @param before the domain as it was
 * @param after the domain as it will be, under the same name and of the same type
 */
public record AlterDomain(Domain before, Domain after) implements Operation {

	@Override
	public <R> R accept(OperationVisitor<R> visitor) {
		return visitor.visit(this);
	}

	@Override
	public Reversal reverse() {
		return Reversal.by(new AlterDomain(this.after, this.before));
	}

	@Override
	public String summary() {
		return "change domain " + this.after.name();
	}

}
