package dev.migrate.revision;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Where a command is to go, as the user wrote it and before any graph was asked. Its text
 * form is what {@link TargetParser} reads.
 */
public sealed interface Target {

	/**
	 * Return the branch that the target is limited to.
	 * @return a label or an id, or null for the whole graph
	 */
	@Nullable String branch();

	/**
	 * Hand itself to the method for its kind.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor
	 * @return the visitor's result
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Return the one head of the whole graph.
	 * @return {@code head}
	 */
	static Target head() {
		return new Head(null);
	}

	/**
	 * Return all heads.
	 * @return {@code heads}
	 */
	static Target heads() {
		return new Heads(null);
	}

	/**
	 * Return the state in which nothing is applied.
	 * @return {@code base}
	 */
	static Target base() {
		return new Base(null);
	}

	/**
	 * Return a revision.
	 * @param id its id
	 * @return the target
	 */
	static Target of(RevisionId id) {
		return new Named(null, id.value());
	}

	/**
	 * The one head, of a branch or of all.
	 *
	 * @param branch the branch, or null for the whole graph
	 */
	record Head(@Nullable String branch) implements Target {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitHead(this);
		}

		@Override
		public String toString() {
			return TargetParser.join(this.branch, "head");
		}

	}

	/**
	 * Every head, of a branch or of all.
	 *
	 * @param branch the branch, or null for the whole graph
	 */
	record Heads(@Nullable String branch) implements Target {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitHeads(this);
		}

		@Override
		public String toString() {
			return TargetParser.join(this.branch, "heads");
		}

	}

	/**
	 * Nothing applied, of a branch or at all.
	 *
	 * @param branch the branch, or null for the whole graph
	 */
	record Base(@Nullable String branch) implements Target {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitBase(this);
		}

		@Override
		public String toString() {
			return TargetParser.join(this.branch, "base");
		}

	}

	/**
	 * What the database has: the applied heads, of a branch or of all.
	 *
	 * @param branch the branch, or null for the whole graph
	 */
	record Current(@Nullable String branch) implements Target {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitCurrent(this);
		}

		@Override
		public String toString() {
			return TargetParser.join(this.branch, "current");
		}

	}

	/**
	 * A revision by id, prefix of an id, or branch label.
	 *
	 * @param branch the branch in which the name is looked up, or null for the whole
	 * graph
	 * @param name what the user typed
	 */
	record Named(@Nullable String branch, String name) implements Target {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitNamed(this);
		}

		@Override
		public String toString() {
			return TargetParser.join(this.branch, this.name);
		}

	}

	/**
	 * A number of steps from another target.
	 *
	 * @param from where counting starts; never relative itself
	 * @param offset how many steps, upwards if positive; never 0
	 */
	record Relative(Target from, int offset) implements Target {

		public Relative {
			if (offset == 0 || from instanceof Relative) {
				throw new MigrateException(ErrorCode.USAGE, "'" + from + "' and " + offset + " steps are no target.",
						TargetParser.FORMS);
			}
		}

		@Override
		public @Nullable String branch() {
			return this.from.branch();
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRelative(this);
		}

		@Override
		public String toString() {
			String steps = ((this.offset > 0) ? "+" : "") + this.offset;
			return (this.from instanceof Current) ? TargetParser.join(branch(), steps) : this.from + steps;
		}

	}

	/**
	 * One method for each kind of target.
	 *
	 * @param <R> what the methods return
	 */
	interface Visitor<R> {

		R visitHead(Head target);

		R visitHeads(Heads target);

		R visitBase(Base target);

		R visitCurrent(Current target);

		R visitNamed(Named target);

		R visitRelative(Relative target);

	}

}
