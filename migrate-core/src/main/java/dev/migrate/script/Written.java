package dev.migrate.script;

import java.util.function.UnaryOperator;

/**
 * Something of a Java revision, and how it is written there.
 *
 * @param <T> what it is
 * @param code an expression in Java
 * @param value what the expression yields
 */
record Written<T>(String code, T value) {

	Written<T> then(String call, UnaryOperator<T> change) {
		return new Written<>(this.code + "." + call, change.apply(this.value));
	}

}
