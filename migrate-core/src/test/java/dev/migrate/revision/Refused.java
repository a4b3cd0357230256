package dev.migrate.revision;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A refusal, with what a user reads of it.
 */
record Refused(MigrateException failure) {

	static Refused refused(ThrowingCallable call) {
		MigrateException failure = catchThrowableOfType(MigrateException.class, call);
		assertThat(failure).as("nothing was refused").isNotNull();
		return new Refused(failure);
	}

	Refused with(ErrorCode code) {
		assertThat(this.failure.code()).as(this.failure.getMessage()).isEqualTo(code);
		return this;
	}

	Refused says(String... parts) {
		assertThat(this.failure.getMessage()).contains(parts);
		return this;
	}

	Refused hints(String... parts) {
		assertThat(this.failure.hint()).contains(parts);
		return this;
	}

}
