/** The contract's schemas as classes, generated but for the two unions of sessions. */
package dev.ephemint.contract.model;
