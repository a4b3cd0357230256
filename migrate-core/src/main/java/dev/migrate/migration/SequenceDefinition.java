package dev.migrate.migration;

import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;

/**
 * A sequence as a person defines it.
 *
 * @param sequence the sequence
 */
public record SequenceDefinition(Sequence sequence) {

	private SequenceDefinition with(SequenceOptions options) {
		return new SequenceDefinition(
				new Sequence(this.sequence.name(), options, this.sequence.ownedBy(), false, this.sequence.comment()));
	}

	/**
	 * Say which number is the first.
	 * @param start the number
	 * @return a new definition
	 */
	public SequenceDefinition startWith(long start) {
		SequenceOptions before = this.sequence.options();
		return with(new SequenceOptions(before.type(), start, before.increment(), before.minimum(), before.maximum(),
				before.cache(), before.cycle()));
	}

	/**
	 * Say how far one number is from the next.
	 * @param increment the step, above zero
	 * @return a new definition
	 */
	public SequenceDefinition incrementBy(long increment) {
		SequenceOptions before = this.sequence.options();
		return with(new SequenceOptions(before.type(), before.start(), increment, before.minimum(), before.maximum(),
				before.cache(), before.cycle()));
	}

	/**
	 * Say between which numbers it counts.
	 * @param minimum the lowest
	 * @param maximum the highest
	 * @return a new definition
	 */
	public SequenceDefinition between(long minimum, long maximum) {
		SequenceOptions before = this.sequence.options();
		return with(new SequenceOptions(before.type(), before.start(), before.increment(), minimum, maximum,
				before.cache(), before.cycle()));
	}

	/**
	 * Say how many numbers a session takes at once.
	 * @param numbers how many
	 * @return a new definition
	 */
	public SequenceDefinition cache(long numbers) {
		SequenceOptions before = this.sequence.options();
		return with(new SequenceOptions(before.type(), before.start(), before.increment(), before.minimum(),
				before.maximum(), numbers, before.cycle()));
	}

	/**
	 * Begin again at the end.
	 * @return a new definition
	 */
	public SequenceDefinition cycle() {
		SequenceOptions before = this.sequence.options();
		return with(new SequenceOptions(before.type(), before.start(), before.increment(), before.minimum(),
				before.maximum(), before.cache(), true));
	}

	/**
	 * Let it go when a column goes.
	 * @param table the column's table
	 * @param column the column
	 * @return a new definition
	 */
	public SequenceDefinition ownedBy(String table, String column) {
		return new SequenceDefinition(new Sequence(this.sequence.name(), this.sequence.options(),
				new ColumnName(Names.qualified(table), column), false, this.sequence.comment()));
	}

}
