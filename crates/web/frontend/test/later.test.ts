import assert from "node:assert/strict";
import { test } from "node:test";
import { without } from "../src/fields.ts";
import { patience, quiet } from "../src/later.ts";

test("an action waits for quiet, and happens once with what was last said", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const said: string[] = [];
  const speak = quiet(200, (word: string) => said.push(word));
  speak("a");
  t.mock.timers.tick(150);
  speak("b");
  t.mock.timers.tick(150);
  assert.deepEqual(said, []);
  t.mock.timers.tick(50);
  assert.deepEqual(said, ["b"]);
  speak("c");
  speak.cancel();
  t.mock.timers.tick(1000);
  assert.deepEqual(said, ["b"]);
});

test("attempts space out and never by more than a minute", () => {
  assert.deepEqual([1, 2, 3, 10].map(patience), [2000, 4000, 8000, 60_000]);
});

test("what is kept on the device leaves out what must not be", () => {
  const all = new URLSearchParams([["csrf", "x"], ["text", "pain & levain"], ["channel", "1"], ["channel", "2"]]);
  assert.equal(without(all, (name) => name === "csrf"), "text=pain+%26+levain&channel=1&channel=2");
});
