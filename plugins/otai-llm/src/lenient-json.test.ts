import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLenientJson } from "./lenient-json.ts";

const read = (text: string) => readLenientJson(text, 0);

describe("U08: JSON as small models write it", () => {
  test.each([
    ['{"a": 1, // first\n "b": /* second */ 2, # third\n}', { a: 1, b: 2 }],
    ["{'a': 'it\\'s', b: True, \"c\": None,}", { a: "it's", b: true, c: null }],
    ['{"a": "two\nlines", "b": "caf\\u00e9 \\n \\q"}', { a: "two\nlines", b: "café \n q" }],
    ['[{"a": [1, 2.5, -3e2,],},]', [{ a: [1, 2.5, -300] }]],
    ['{"__proto__": {"x": 1}}', JSON.parse('{"__proto__": {"x": 1}}')],
  ])("%j", (text, value) => {
    expect(read(text)).toEqual({ value, end: text.length, cut: false });
  });

  test.each([
    ['{"a": 1, "b": "hal', { a: 1 }],
    ['{"a": 1, "b": 12', { a: 1 }],
    ['{"a": 1, "b"', { a: 1 }],
    ['{"list": [{"x": "whole"}, {"x": "ha', { list: [{ x: "whole" }] }],
    ['{"a": tru', {}],
    ['{"a": "\\u00', {}],
    ["[1, 2, /* and", [1, 2]],
  ])("cut off: %j keeps what is whole", (text, value) => {
    expect(read(text)).toEqual({ value, end: text.length, cut: true });
  });

  test.each(['{"a" 1}', "{a: yes please}", '{"a": 1 "b": 2}', "[1 2]", "{]", "plain", '{"a": 0x10}'])(
    "%j is none",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test("nesting has an end", () => {
    expect(read("[".repeat(100_000))).toBeNull();
  });

  test("what JSON.stringify writes is read as JSON.parse reads it", () => {
    const value = fc.oneof(
      fc.array(fc.jsonValue({ maxDepth: 5 })),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })),
    );
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2), (original, indent) => {
        const text = JSON.stringify(original, null, indent);
        expect(read(text)).toEqual({ value: JSON.parse(text), end: text.length, cut: false });
      }),
    );
  });

  test("wherever an object is cut, every scalar that is left is one of the whole object", () => {
    const value = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(value, fc.nat(), (original, place) => {
        const text = JSON.stringify(original);
        const part = read(text.slice(0, 1 + (place % (text.length - 1))))!.value as Record<string, unknown>;
        for (const [key, scalar] of Object.entries(part)) expect(scalar).toEqual(JSON.parse(text)[key]);
      }),
    );
  });
});
