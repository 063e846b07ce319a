import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readSearch } from "./read-search.ts";
import { fixture } from "./testing/wire-desk.ts";

const shapes = [
  "search-expand",
  "search-shape-array",
  "search-shape-total-count",
  "search-shape-full",
  "search-shape-until-6-4",
];

describe("the answer of a search", () => {
  it.each(shapes)("ZM-1: %s is the same list in the same order", (name) => {
    const tickets = readSearch(fixture(name).response.body);
    expect(tickets.map(({ id, title, updated_at }) => [id, title, updated_at])).toEqual([
      ["374", "Charged twice for order 4711", Date.parse("2026-11-01T09:00:01.250Z")],
      ["373", "Printer on floor 3", Date.parse("2026-11-01T09:00:00.000Z")],
    ]);
  });

  it.each([
    [],
    { tickets: [], tickets_count: 0, assets: {} },
    { records: [], total_count: 0 },
    { record_ids: [], assets: {} },
  ])("ZM-1: nothing found is an empty list in every shape (%j)", (body) => expect(readSearch(body)).toEqual([]));

  test("anything else is an error that says so, never an empty list", () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        fc.pre(!(Array.isArray(body) && body.length === 0));
        expect(() => readSearch(body)).toThrow(UnexpectedAnswerError);
      }),
    );
  });
});
