import { describe, expect, it } from "vitest";
import { visibilityOf } from "./map-article.ts";

const [past, now, future] = [1, 2, 3];

describe("who may see an answer", () => {
  it.each([
    ["no date at all is a draft", {}, null],
    ["to be published later is a draft", { published_at: future }, null],
    ["published", { published_at: past }, "public"],
    ["internal", { internal_at: past }, "internal"],
    ["internal, and to be published later", { internal_at: past, published_at: future }, "internal"],
    ["to be archived later", { published_at: past, archived_at: future }, "public"],
    ["archived", { published_at: past, archived_at: past }, null],
  ])("ZM-16: %s", (_, dates, visibility) => {
    expect(visibilityOf({ id: "1", ...dates }, now)).toBe(visibility);
  });
});
