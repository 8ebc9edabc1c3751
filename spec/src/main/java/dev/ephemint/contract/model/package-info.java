/** The contract's schemas as classes, generated but for the unions of sessions, events and costs. */
package dev.ephemint.contract.model;
