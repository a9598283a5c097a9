import assert from "node:assert/strict";
import { test } from "node:test";
import { mentionBefore, namesLike } from "../src/mentions.ts";

test("a mention is what follows an @ that begins a word", () => {
  assert.deepEqual(mentionBefore("Dis, @In", 8), { start: 5, typed: "In" });
  assert.deepEqual(mentionBefore("@", 1), { start: 0, typed: "" });
  assert.equal(mentionBefore("contact@fournil", 15), null);
  assert.equal(mentionBefore("@Inès, et", 9), null);
});

test("names are found without their accents, by any of their words", () => {
  const names = ["Inès Le Goff", "Karim Benali"];
  assert.deepEqual(namesLike(names, "ines"), ["Inès Le Goff"]);
  assert.deepEqual(namesLike(names, "ben"), ["Karim Benali"]);
  assert.deepEqual(namesLike(names, ""), names);
  assert.deepEqual(namesLike(names, "zoé"), []);
});
