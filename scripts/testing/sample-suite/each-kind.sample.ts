import { beforeAll, describe, expect, test } from "vitest";

test("passes", () => expect(1).toBe(1));
test("fails", () => expect(1).toBe(2));
test("has no browser", (context) => context.skip("chromium is not installed"));
test.skip("is left out", () => {});
describe("a set-up that fails", () => {
  beforeAll(() => {
    throw new Error("no database");
  });
  test("cannot run", () => {});
});
