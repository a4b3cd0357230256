/**
 * An application with entities, some of them on tables of somebody else.
 */
package dev.migrate.boot.shop;
