import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, arrow, atHour, clock, distance, inWords } from "../src/days.ts";

test("a day moves over months, years and leap days", () => {
  assert.equal(addDays("2026-11-23", 7), "2026-11-30");
  assert.equal(addDays("2026-12-31", 1), "2027-01-01");
  assert.equal(addDays("2028-02-28", 1), "2028-02-29");
  assert.equal(addDays("2026-03-01", -1), "2026-02-28");
});

test("a change of clocks does not eat a day", () => {
  assert.equal(addDays("2026-03-29", 1), "2026-03-30");
  assert.equal(addDays("2026-10-25", -1), "2026-10-24");
});

test("arrows go by a day or a week", () => {
  assert.deepEqual(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "a"].map(arrow), [-1, 1, -7, 7, 0]);
});

test("a day is said in the page's language", () => {
  assert.equal(inWords("2026-11-23", "fr"), "lundi 23 novembre");
  assert.equal(inWords("2026-11-23", "en"), "Monday, November 23");
});

test("distances are said in the unit a person would use", () => {
  assert.deepEqual(distance(-10), [0, "second"]);
  assert.deepEqual(distance(-180), [-3, "minute"]);
  assert.deepEqual(distance(3600), [1, "hour"]);
  assert.deepEqual(distance(-23 * 3600), [-1, "day"]);
  assert.deepEqual(distance(-60 * 86_400), [-2, "month"]);
});

test("a clock reading moves to another hour and keeps its minutes", () => {
  assert.equal(atHour("09:30", 14), "14:30");
  assert.equal(atHour("", 8), "08:00");
});

test("a clock reading is written as each language writes it", () => {
  assert.equal(clock("09:00", "fr"), "9\u00a0h");
  assert.equal(clock("14:05", "fr-FR"), "14\u00a0h\u00a005");
  assert.equal(clock("09:05", "en"), "9:05");
});
