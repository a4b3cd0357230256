package dev.migrate.revision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Everything wrong with a set of revisions, gathered and thrown once. Several faults come
 * as one line each; the code is that of the gravest.
 */
final class Faults {

	/** The gravest first: a duplicate makes every later finding doubtful. */
	private static final List<ErrorCode> GRAVITY = List.of(ErrorCode.DUPLICATE_REVISION, ErrorCode.MISSING_REVISION,
			ErrorCode.CYCLE, ErrorCode.INVALID_SOURCE);

	private final Map<ErrorCode, List<String>> sentences = new EnumMap<>(ErrorCode.class);

	/**
	 * Note a fault.
	 * @param code its kind
	 * @param sentence what and where, without the full stop
	 */
	void add(ErrorCode code, String sentence) {
		this.sentences.computeIfAbsent(code, (key) -> new ArrayList<>()).add(sentence + ".");
	}

	void throwIfAny() {
		if (this.sentences.isEmpty()) {
			return;
		}
		List<String> all = new ArrayList<>();
		GRAVITY.forEach((code) -> all.addAll(this.sentences.getOrDefault(code, List.of())));
		List<ErrorCode> codes = GRAVITY.stream().filter(this.sentences::containsKey).toList();
		String message = (all.size() == 1) ? all.get(0) : "The revisions have " + all.size() + " faults:\n"
				+ all.stream().map((sentence) -> "  " + sentence).collect(Collectors.joining("\n"));
		throw new MigrateException(codes.get(0), message,
				codes.stream().map(Faults::hint).collect(Collectors.joining("\n")));
	}

	private static String hint(ErrorCode code) {
		return switch (code) {
			case DUPLICATE_REVISION -> "Remove one of the files, or give it an id of its own.";
			case MISSING_REVISION -> "Bring the missing file back, or correct 'revises' or 'depends-on'.";
			case CYCLE -> "Let one of them revise something else, or nothing (base).";
			default -> "Correct the header that the sentence names.";
		};
	}

}
