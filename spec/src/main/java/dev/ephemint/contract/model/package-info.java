/** The contract's schemas as classes, generated except for the unions of sessions, events and usage. */
package dev.ephemint.contract.model;
