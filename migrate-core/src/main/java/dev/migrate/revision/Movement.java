package dev.migrate.revision;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One revision on the way from what is applied to a target.
 *
 * @param revision the revision that is passed
 * @param direction which way
 */
public record Movement(Revision revision, Direction direction) {

	/**
	 * Return what is applied after this movement.
	 * @param applied what is applied before it
	 * @return the new set
	 */
	public Applied after(Applied applied) {
		return applied.after(List.of(this));
	}

	/**
	 * Return what it does, as progress and scripts show it.
	 * @return for example {@code Running upgrade base -> ca5cd22ac516, create students}
	 */
	public String title() {
		String parents = this.revision.isBase() ? "base"
				: this.revision.parents().stream().map(RevisionId::value).collect(Collectors.joining(", "));
		String message = this.revision.message().isEmpty() ? "" : ", " + this.revision.message();
		return switch (this.direction) {
			case UPGRADE -> "Running upgrade " + parents + " -> " + this.revision.id() + message;
			case DOWNGRADE -> "Running downgrade " + this.revision.id() + " -> " + parents + message;
		};
	}

}
