package dev.migrate.boot.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the standard output for results: whatever else writes there, logging above all,
 * lands on the error output.
 */
final class StandardOutput {

	private StandardOutput() {
	}

	/** Lead everything away, and return the stream for results. */
	static PrintStream takeAway() {
		PrintStream before = System.out;
		System.setOut(System.err);
		// DevTools starts the application a second time; then it is led away already.
		return (before == System.err) ? new PrintStream(new FileOutputStream(FileDescriptor.out), true) : before;
	}

	static void giveBack(@Nullable PrintStream output) {
		if (output != null) {
			System.setOut(output);
		}
	}

}
