import { describe, expect, it } from "vitest";
import { findConflict } from "./find-conflict.ts";
import type { Source } from "./source.ts";

const source = (articleId: string, text: string): Source => ({
  ...{ kind: "article", articleId, externalId: null, title: "Returns", url: null, name: "desk" },
  ...{ text, score: 0.8, version: 1, chunkId: `${articleId}#0` },
});
const question = "How many days do I have for returns, and when are returns refunded?";
const days = "Returns are refunded within 30 days. Refunds of returns are paid within 7 days.";

describe("articles that say different things", () => {
  it("the same article from several sources agrees with itself, whatever numbers it has", () => {
    expect(findConflict(question, [source("a", days), source("b", days), source("c", days)])).toBeNull();
    expect(findConflict(question, [source("a", days), source("b", `${days} Keep the label.`)])).toBeNull();
  });

  it("a copy that was not brought up to date is in conflict", () => {
    const old = days.replace("30 days", "14 days");
    expect(findConflict(question, [source("a", days), source("b", old)])?.quotes).toEqual([
      "Returns are refunded within 30 days.",
      "Returns are refunded within 14 days.",
    ]);
  });
});
