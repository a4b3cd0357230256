package dev.migrate.operation;

/**
 * What takes an operation back.
 */
public sealed interface Reversal {

	/**
	 * Return the reversal by an operation.
	 * @param operation the operation
	 * @return the reversal
	 */
	static Reversal by(Operation operation) {
		return new By(operation);
	}

	/**
	 * Another operation does.
	 *
	 * @param operation the operation
	 */
	record By(Operation operation) implements Reversal {
	}

	/**
	 * Nothing does.
	 *
	 * @param reason why, in words for the user
	 */
	record Impossible(String reason) implements Reversal {
	}

}
