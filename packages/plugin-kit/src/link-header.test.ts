import { describe, expect, it } from "vitest";
import { hasNextPage } from "./link-header.ts";

describe("the end of a paged list", () => {
  it.each([
    ['<https://desk.example/tickets?page=2>; rel="next"', true],
    ['<https://desk.example/1>; rel="prev", <https://desk.example/3>; rel=next', true],
    ['<https://desk.example/tickets?rel=next>; rel="prev"', false],
    ['<https://desk.example/1>; rel="nextish"', false],
    ["", false],
    [undefined, false],
  ])("%s → more: %s", (link, more) => {
    expect(hasNextPage(link === undefined ? {} : { link })).toBe(more);
  });
});
