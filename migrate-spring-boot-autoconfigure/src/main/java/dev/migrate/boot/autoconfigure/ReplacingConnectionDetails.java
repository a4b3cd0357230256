package dev.migrate.boot.autoconfigure;

/**
 * Details that replace a user or URL where one is configured, and are not looked at where
 * none is: then the application's own pool is the place.
 */
interface ReplacingConnectionDetails extends MigrateConnectionDetails {

}
