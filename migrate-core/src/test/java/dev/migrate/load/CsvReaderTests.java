package dev.migrate.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.migrate.error.MigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvReaderTests {

	@TempDir
	Path folder;

	private List<List<String>> read(String text) {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private List<List<String>> read(byte[] bytes) {
		Path file = this.folder.resolve("a.csv");
		try {
			Files.write(file, bytes);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		List<List<String>> records = new ArrayList<>();
		try (CsvReader reader = CsvReader.open(file)) {
			List<String> record = reader.next();
			while (record != null) {
				records.add(record);
				record = reader.next();
			}
		}
		return records;
	}

	@Test
	void tellsNothingFromAnEmptyText() {
		assertThat(read("a,,\"\"\n,\n")).containsExactly(Arrays.asList("a", null, ""), Arrays.asList(null, null));
	}

	@Test
	void keepsBlanksCommasQuotesAndLineEndsInQuotes() {
		assertThat(read("\" a, \"\"b\"\"\r\nc \", d \n")).containsExactly(List.of(" a, \"b\"\r\nc ", " d "));
	}

	@Test
	void takesEveryLineEndAndNone() {
		assertThat(read("a\r\nb\rc\nd")).containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
	}

	@Test
	void passesAByteOrderMarkOver() {
		assertThat(read("\uFEFFid\n1\n")).containsExactly(List.of("id"), List.of("1"));
	}

	@Test
	void readsNothingFromAnEmptyFile() {
		assertThat(read("")).isEmpty();
		assertThat(read("\n")).containsExactly(Arrays.asList((String) null));
	}

	@Test
	void namesThePlaceOfWhatItRefuses() {
		refuses("a,b\n\"x\ny\",c\n1,2\"3\n", "a.csv:4:4 has a quote in the midst of a field");
		refuses("a\n\"b\"c\n", "a.csv:2:4 has text after a closing quote");
		refuses("a,\"b\n\nc", "a.csv:1:3 opens a quote that is never closed");
	}

	private void refuses(String text, String sentence) {
		assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> read(text)).withMessageContaining(sentence);
	}

	@Test
	void refusesWhatIsNotUtf8() {
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> read("name\nJosé\n".getBytes(StandardCharsets.ISO_8859_1)))
			.withMessageContaining("is not UTF-8");
	}

	@Test
	void saysWhereARecordBegan() throws IOException {
		Path file = Files.writeString(this.folder.resolve("b.csv"), "a\n\"1\n2\"\r\n3\n");
		try (CsvReader reader = CsvReader.open(file)) {
			List<Integer> lines = new ArrayList<>();
			while (reader.next() != null) {
				lines.add(reader.place().line());
			}
			assertThat(lines).containsExactly(1, 2, 4);
		}
	}

}
