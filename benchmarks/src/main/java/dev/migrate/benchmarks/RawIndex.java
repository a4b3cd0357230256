package dev.migrate.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One query, and the names and sizes of all files: the least that finds out whether
 * anything is to be done.
 */
final class RawIndex implements Tool {

	@Override
	public void run(Work work, Place place) throws Exception {
		if (work != Work.NOTHING) {
			throw Tools.refused(work);
		}
		try (Connection connection = Raw.connect(place.url(), place);
				Statement statement = connection.createStatement()) {
			Raw.count(statement);
			if (list() != place.size()) {
				throw new IllegalStateException("Some revisions are missing");
			}
		}
	}

	private int list() throws IOException {
		URL folder = getClass().getResource("/db/migrations");
		if (folder == null) {
			throw new IllegalStateException("There are no revisions");
		}
		CRC32 sum = new CRC32();
		int count = 0;
		if (folder.getProtocol().equals("file")) {
			File[] files = Path.of(folder.getPath()).toFile().listFiles();
			for (File file : (files != null) ? files : new File[0]) {
				add(sum, file.getName(), Files.size(file.toPath()));
				count++;
			}
			return count;
		}
		try (ZipFile jar = new ZipFile(System.getProperty("java.class.path"))) {
			Enumeration<? extends ZipEntry> entries = jar.entries();
			while (entries.hasMoreElements()) {
				ZipEntry entry = entries.nextElement();
				if (entry.getName().startsWith("BOOT-INF/classes/db/migrations/") && !entry.isDirectory()) {
					add(sum, entry.getName(), entry.getCrc());
					count++;
				}
			}
		}
		return count;
	}

	private static void add(CRC32 sum, String name, long state) {
		for (int index = 0; index < name.length(); index++) {
			sum.update(name.charAt(index));
		}
		sum.update((int) state);
	}

}
