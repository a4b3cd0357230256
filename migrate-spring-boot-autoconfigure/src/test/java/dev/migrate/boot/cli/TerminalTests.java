package dev.migrate.boot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import dev.migrate.boot.descriptor.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private final Terminal terminal = Terminal.unattended(new PrintWriter(this.out), new PrintWriter(this.err));

	@Test
	void showsWhatWouldMoveTheCursor() {
		this.terminal.result("a\u001b[2Jb\u009b1mc\u202ed\re\tf\nnext");
		assertThat(this.out).hasToString("a\\u001b[2Jb\\u009b1mc\\u202ed\\u000de\tf\nnext\n");
		this.terminal.remark("\u001b]0;title\u0007");
		this.terminal.failure("\u0008\u0008\u0008all is well");
		assertThat(this.err).hasToString("\\u001b]0;title\\u0007\nError: \\u0008\\u0008\\u0008all is well\n");
	}

	@Test
	void cutsProgressToOneLine() {
		Terminal narrow = this.terminal.withColumns(12);
		narrow.progress("[1/9] upgrade aaaa11111111");
		narrow.progress("short");
		assertThat(this.err).hasToString("\r\u001b[K[1/9] upgra\r\u001b[Kshort");
	}

	@Test
	void escapesInJsonWhatATerminalWouldObey() {
		assertThat(Json.write("\"\\\n\u001b\u007f\u009b\u2028\u202e<b>é"))
			.isEqualTo("\"\\\"\\\\\\n\\u001b\\u007f\\u009b\\u2028\\u202e<b>é\"");
	}

}
