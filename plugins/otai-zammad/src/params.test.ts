import { describe, expect, it } from "vitest";
import { zammadParams } from "./params.ts";

const base_url = "https://desk.example";
const problems = (params: object) =>
  zammadParams.safeParse({ base_url, ...params }).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("the parameters", () => {
  it.each([
    "https://desk.example",
    "https://desk.example/",
    "https://desk.example/api/v1",
    "https://desk.example/api/v1/",
  ])("base_url %s is understood", (given) =>
    expect(zammadParams.parse({ base_url: given, token: "t" }).base_url).toBe("https://desk.example"),
  );

  it("one way to log in, and a whole one", () => {
    expect(problems({})).toEqual(["token"]);
    expect(problems({ token: "t", bearer_token: "b" })).toEqual(["bearer_token"]);
    expect(problems({ username: "u" })).toEqual(["password"]);
    expect(problems({ token: "t", password: "p" })).toEqual(["username"]);
    expect(problems({ username: "u", password: "p" })).toEqual([]);
  });

  it("fields are names, or names with label and choices; what is meant is checked", () => {
    const { fields } = zammadParams.parse({
      base_url,
      token: "t",
      fields: ["a", { name: "b", label: "B", choices: ["x"] }],
    });
    expect(fields).toEqual([
      { name: "a", label: "a", choices: null },
      { name: "b", label: "B", choices: ["x"] },
    ]);
    expect(problems({ token: "t", states: { "with vendor": "waiting" } })).toEqual(["states.with vendor"]);
    expect(problems({ token: "t", priorities: { Gold: "urgent" }, states: { parked: "pending" } })).toEqual([]);
  });
});
