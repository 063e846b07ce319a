import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expandTemplate } from "./expand-template.ts";

describe("templates in the configuration", () => {
  test.each([
    ["{{ get_env('KEY') }}", "s3cret"],
    [`{{get_env("KEY")}}`, "s3cret"],
    ["https://{{ get_env('HOST', 'desk.example') }}/{{ get_env('KEY') }}", "https://desk.example/s3cret"],
    ["{{ get_env('EMPTY', 'fallback') }}", "fallback"],
    ["{{ get_env('UNSET', '') }}", ""],
    ["no template, } and { stay", "no template, } and { stay"],
  ])("%s becomes %s", (source, expected) => {
    expect(expandTemplate(source, { KEY: "s3cret", EMPTY: "" })).toMatchObject({ text: expected, faults: [] });
  });

  test("only what came from the environment is a secret, a default is not", () => {
    const { secrets } = expandTemplate("{{ get_env('KEY') }} {{ get_env('UNSET', 'plain') }}", { KEY: "s3cret" });
    expect(secrets).toEqual(["s3cret"]);
  });

  test("what a variable holds is never expanded again", () => {
    const { text } = expandTemplate("{{ get_env('A') }}", { A: "{{ get_env('B') }}", B: "leak" });
    expect(text).toBe("{{ get_env('B') }}");
  });

  test.each([
    "{{ NAME }}",
    "{{ get_env(NAME) }}",
    "{{ get_env('A B') }}",
    "{{ get_env('A').x }}",
    "{{ 1 + 1 }}",
    "{{ }}",
    "{{ get_env('A', 'b', 'c') }}",
    "{{ get_env('KEY')",
  ])("anything else is an error: %s", (source) => {
    expect(expandTemplate(source, { KEY: "x" }).faults).toMatchObject([{ kind: "malformed", occurrence: 0 }]);
  });

  test("an unset and an empty variable are errors, never silently empty", () => {
    const { faults } = expandTemplate("{{ get_env('UNSET') }}{{ get_env('EMPTY') }}", { EMPTY: "" });
    expect(faults.map(({ message }) => message.split(";")[0])).toEqual([
      "environment variable UNSET is not set",
      "environment variable EMPTY is set but empty",
    ]);
  });

  test("property: text without {{ stays as it is, and a value arrives as it is", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (around, value) => {
        fc.pre(!around.includes("{"));
        expect(expandTemplate(around, {}).text).toBe(around);
        expect(expandTemplate(`${around}{{ get_env('V') }}`, { V: value }).text).toBe(around + value);
      }),
    );
  });
});
