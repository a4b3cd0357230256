package dev.migrate.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Throwaway databases to compare and prove on.
 */
public class ScratchProperties {

	/**
	 * JDBC URL of a server to make scratch databases on. By default the server of the
	 * database to migrate, if it is on this machine.
	 */
	private @Nullable String url;

	/**
	 * User of the server for scratch databases.
	 */
	private @Nullable String user;

	/**
	 * Password of the user of the server for scratch databases.
	 */
	private @Nullable String password;

	/**
	 * Whether scratch databases may be made beside a database on another machine.
	 */
	private boolean beside;

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getUser() {
		return this.user;
	}

	public void setUser(@Nullable String user) {
		this.user = user;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public boolean isBeside() {
		return this.beside;
	}

	public void setBeside(boolean beside) {
		this.beside = beside;
	}

}
