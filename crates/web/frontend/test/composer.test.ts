import assert from "node:assert/strict";
import { test } from "node:test";
import { find } from "../src/emoji.ts";
import { inserted } from "../src/insert.ts";
import { renumber } from "../src/lists.ts";
import { goesAfter } from "../src/sortable.ts";
import { typed } from "../src/suggest.ts";

test("words are put where the cursor is, over what was selected", () => {
  assert.deepEqual(inserted("Bonjour monde", 8, 13, "Nantes"), { text: "Bonjour Nantes", at: 14 });
  assert.deepEqual(inserted("", 0, 0, "🥐"), { text: "🥐", at: 2 });
});

test("a mention or a hashtag is known while it is typed, an address is not", () => {
  assert.deepEqual(typed("Merci @cam", 10), { sign: "@", word: "cam", from: 6 });
  assert.deepEqual(typed("(#Noë", 5), { sign: "#", word: "Noë", from: 1 });
  assert.equal(typed("louise@fournil.fr", 17), undefined);
  assert.equal(typed("Merci @cam et", 13), undefined);
});

test("lines are numbered by their place", () => {
  assert.equal(renumber("part-common-3", 0), "part-common-0");
  assert.equal(renumber("count-0-12", 4), "count-0-4");
  assert.equal(renumber("common:99", 2), "common:2");
});

test("emoji are found by words in any order, accents aside", () => {
  const all: [string, string, string][] = [
    ["🥐", "croissant", "croissant pain bakery"],
    ["🎄", "sapin de noël", "sapin de noel christmas tree"],
  ];
  assert.deepEqual(find(all, "noël sap").map(([one]) => one), ["🎄"]);
  assert.deepEqual(find(all, "bak").map(([one]) => one), ["🥐"]);
  assert.equal(find(all, "").length, 2);
  assert.equal(find(all, "ree").length, 0);
});

test("a picture goes after another once past its middle", () => {
  assert.equal(goesAfter(60, 0, 100), true);
  assert.equal(goesAfter(40, 0, 100), false);
});
