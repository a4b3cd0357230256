package dev.migrate.sample.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs from the class path, unpacked once below the directory of the
 * server. Must be used under the lock of {@link PostgresServer}.
 */
final class PostgresBinaries {

	private final Path bin;

	private PostgresBinaries(Path bin) {
		this.bin = bin;
	}

	/**
	 * Unpack the programs unless these very ones are there already.
	 * @param home the directory of the server
	 * @return the programs
	 * @throws IOException if they can't be read or written
	 */
	static PostgresBinaries in(Path home) throws IOException {
		Path target = home.resolve("server-" + digest());
		if (!Files.isDirectory(target)) {
			// Renamed when complete, so that a killed process leaves no half of it.
			Path unfinished = home.resolve("server.unfinished");
			FileSystemUtils.deleteRecursively(unfinished);
			unpack(unfinished);
			Files.move(unfinished, target);
		}
		return new PostgresBinaries(target.resolve("bin"));
	}

	private static InputStream archive() throws IOException {
		return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(System.getProperty("os.name").split(" ")[0],
				System.getProperty("os.arch"));
	}

	private static String digest() throws IOException {
		try (DigestInputStream in = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void unpack(Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZCompressorInputStream(new BufferedInputStream(archive())))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path file = target.resolve(entry.getName()).normalize();
				if (!file.startsWith(target)) {
					throw new IOException("Archive entry outside its directory: " + entry.getName());
				}
				if (entry.isDirectory()) {
					Files.createDirectories(file);
					continue;
				}
				Files.createDirectories(file.resolveSibling("."));
				if (entry.isSymbolicLink()) {
					Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
				}
				else if (entry.isFile()) {
					Files.copy(tar, file);
					file.toFile().setExecutable((entry.getMode() & 0100) != 0);
				}
			}
		}
	}

	/**
	 * Run a program to its end.
	 * @param output the file that receives what it prints, nothing of it reaches our own
	 * output
	 * @param tool the program's name
	 * @param arguments its arguments
	 * @return its exit code
	 * @throws IOException if it can't be started
	 */
	int run(Path output, String tool, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			// Only true for root, as whom PostgreSQL refuses to run: in a user
			// namespace of its own it is nobody.
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(this.bin.resolve(tool).toString());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.to(output.toFile()));
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		builder.environment().put("LC_ALL", "C");
		Process process = builder.start();
		try {
			process.getOutputStream().close();
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while waiting for " + tool, ex);
		}
	}

}
