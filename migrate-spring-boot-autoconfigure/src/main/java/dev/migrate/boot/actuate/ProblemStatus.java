package dev.migrate.boot.actuate;

import dev.migrate.error.ErrorCode;

/**
 * How HTTP names a failure.
 */
enum ProblemStatus {

	BAD_REQUEST(400, "Bad Request"),

	CONFLICT(409, "Conflict"),

	UNPROCESSABLE(422, "Unprocessable Content"),

	FAILED(500, "Internal Server Error"),

	UNAVAILABLE(503, "Service Unavailable");

	private final int code;

	private final String title;

	ProblemStatus(int code, String title) {
		this.code = code;
		this.title = title;
	}

	int code() {
		return this.code;
	}

	String title() {
		return this.title;
	}

	static ProblemStatus of(ErrorCode code) {
		return switch (code) {
			case USAGE, UNKNOWN_TARGET -> BAD_REQUEST;
			case SEVERAL_HEADS, LOCKED -> CONFLICT;
			case HOLE, DATABASE_AHEAD, CHANGED, IRREVERSIBLE, UNFINISHED, NOT_ADOPTED, ANSWER_NEEDED, ENTITIES_DIFFER,
					DRIFT, BEHIND, NOT_PROVEN, LINT ->
				UNPROCESSABLE;
			case NO_CONNECTION, INTERRUPTED -> UNAVAILABLE;
			case INVALID_SOURCE, DUPLICATE_REVISION, MISSING_REVISION, CYCLE, STATEMENT_FAILED, DATABASE_REFUSED,
					UNSUPPORTED_DATABASE, FILE_ACCESS, INVALID_ENTITIES ->
				FAILED;
		};
	}

}
