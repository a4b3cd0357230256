package dev.migrate.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two lists, matched by a key: the one comparison for every kind of object.
 *
 * @param <T> what is compared
 * @param onlyActual what only the actual side has
 * @param onlyDesired what only the desired side has
 * @param both what both sides have
 */
record KeyedDiff<T>(List<T> onlyActual, List<T> onlyDesired, List<Pair<T>> both) {

	/**
	 * Match two lists. Several elements of one key are matched in their order.
	 */
	static <T> KeyedDiff<T> of(Collection<T> actual, Collection<T> desired, Function<T, Object> key) {
		Map<Object, Deque<T>> waiting = new LinkedHashMap<>();
		for (T element : actual) {
			waiting.computeIfAbsent(key.apply(element), (unused) -> new ArrayDeque<>()).add(element);
		}
		List<T> onlyDesired = new ArrayList<>();
		List<Pair<T>> both = new ArrayList<>();
		for (T element : desired) {
			Deque<T> matches = waiting.get(key.apply(element));
			if (matches == null || matches.isEmpty()) {
				onlyDesired.add(element);
			}
			else {
				both.add(new Pair<>(matches.remove(), element));
			}
		}
		List<T> onlyActual = new ArrayList<>();
		waiting.values().forEach(onlyActual::addAll);
		return new KeyedDiff<>(onlyActual, onlyDesired, both);
	}

	/**
	 * Match what is left by another key.
	 */
	KeyedDiff<T> then(Function<T, Object> key) {
		KeyedDiff<T> rest = of(this.onlyActual, this.onlyDesired, key);
		List<Pair<T>> all = new ArrayList<>(this.both);
		all.addAll(rest.both());
		return new KeyedDiff<>(rest.onlyActual(), rest.onlyDesired(), all);
	}

	/**
	 * One element of each side.
	 *
	 * @param <T> what is compared
	 * @param actual the actual side's
	 * @param desired the desired side's
	 */
	record Pair<T>(T actual, T desired) {
	}

}
