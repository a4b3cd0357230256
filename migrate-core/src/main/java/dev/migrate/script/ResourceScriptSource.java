package dev.migrate.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.VisibleText;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Revision files below locations such as {@code classpath:db/migrations} or
 * {@code file:/etc/app/migrations}, read recursively.
 */
public final class ResourceScriptSource implements ScriptSource {

	private final ResourcePatternResolver resolver;

	private final List<String> locations;

	/**
	 * Create a source.
	 * @param resolver finds the files
	 * @param locations each with a prefix, or a path on the class path
	 */
	public ResourceScriptSource(ResourcePatternResolver resolver, List<String> locations) {
		this.resolver = resolver;
		this.locations = List.copyOf(locations);
	}

	@Override
	public List<String> locations() {
		return this.locations;
	}

	@Override
	public List<MigrationScript> load() {
		List<MigrationScript> scripts = new ArrayList<>();
		for (Map.Entry<String, ListedFile> file : find().entrySet()) {
			String name = visible(file.getKey());
			scripts.add(SqlMigration.parse(name, read(name, file.getValue())));
		}
		return scripts;
	}

	@Override
	public String fingerprint() {
		Digest digest = new Digest();
		for (Map.Entry<String, ListedFile> file : find().entrySet()) {
			digest.add(file.getKey()).add(file.getValue().state());
		}
		return digest.hex();
	}

	@Override
	public boolean isEmpty() {
		for (String location : this.locations) {
			if (!new ResourceListing(this.resolver, location).isEmpty()) {
				return false;
			}
		}
		return true;
	}

	private Map<String, ListedFile> find() {
		Map<String, ListedFile> found = new LinkedHashMap<>();
		for (String location : this.locations) {
			Map<String, ListedFile> files = new HashMap<>();
			for (ListedFile file : new ResourceListing(this.resolver, location).files()) {
				ListedFile namesake = files.putIfAbsent(file.name(), file);
				if (namesake != null) {
					files.put(address(file), file);
				}
			}
			String[] names = files.keySet().toArray(new String[0]);
			Arrays.sort(names);
			for (String name : names) {
				found.putIfAbsent(name, files.get(name));
			}
		}
		return found;
	}

	// Two jars may have a path in common.
	private static String address(ListedFile file) {
		try {
			return file.content().getURL().toString();
		}
		catch (IOException ex) {
			throw unreadable(file.name(), ex);
		}
	}

	// It becomes part of sentences of one line.
	private static String visible(String name) {
		for (int index = 0; index < name.length(); index++) {
			char character = name.charAt(index);
			if (character < ' ' || character > '~') {
				return VisibleText.of(name.replace('\r', '?').replace('\n', '?').replace('\t', '?'));
			}
		}
		return name;
	}

	private static String read(String name, ListedFile file) {
		try {
			byte[] bytes = file.read();
			String text = new String(bytes, StandardCharsets.UTF_8);
			// It stands for itself, or for what is no UTF-8.
			return (text.indexOf('\uFFFD') < 0) ? text : decoded(name, bytes);
		}
		catch (IOException ex) {
			throw unreadable(name, ex);
		}
	}

	private static String decoded(String name, byte[] bytes) {
		ByteBuffer rest = ByteBuffer.wrap(bytes);
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
		}
		catch (CharacterCodingException ex) {
			int line = 1;
			for (int index = 0; index < rest.position(); index++) {
				line += (bytes[index] == '\n') ? 1 : 0;
			}
			throw new MigrateException(ErrorCode.INVALID_SOURCE, name + ":" + line + " is not written in UTF-8.",
					"Save the file as UTF-8.", ex);
		}
	}

	static MigrateException unreadable(String name, IOException cause) {
		return new MigrateException(ErrorCode.FILE_ACCESS, name + " can't be read: " + cause.getMessage() + ".",
				"Check that the file exists and that the user of this process may read it.", cause);
	}

}
