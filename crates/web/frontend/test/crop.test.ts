import assert from "node:assert/strict";
import { test } from "node:test";
import { fitted, pulled } from "../src/crop.ts";

const whole = { width: 1200, height: 800 };

test("a part never leaves the picture", () => {
  assert.deepEqual(fitted({ left: -50, top: 900, width: 300, height: 200 }, whole, 0), { left: 0, top: 600, width: 300, height: 200 });
  assert.deepEqual(fitted({ left: 0, top: 0, width: 9000, height: 2 }, whole, 0), { left: 0, top: 0, width: 1200, height: 16 });
});

test("a part keeps the shape that is asked", () => {
  const part = fitted({ left: 0, top: 0, width: 1200, height: 10 }, whole, 1);
  assert.deepEqual([part.width, part.height], [800, 800]);
  const wide = fitted({ left: 0, top: 0, width: 1200, height: 10 }, whole, 1.91);
  assert.deepEqual([wide.width, wide.height], [1200, 628]);
});

test("pulling a corner leaves the opposite one where it is", () => {
  const part = { left: 100, top: 100, width: 400, height: 400 };
  const larger = pulled(part, "nw", -50, -50, whole, 1);
  assert.deepEqual([larger.left + larger.width, larger.top + larger.height], [500, 500]);
  assert.equal(larger.width, larger.height);
  const narrower = pulled(part, "se", -100, 0, whole, 1);
  assert.deepEqual([narrower.width, narrower.height], [300, 300]);
  const least = pulled(part, "se", -4000, -4000, whole, 0);
  assert.deepEqual([least.left, least.top, least.width], [100, 100, 16]);
});
