import { ConfigError } from "@otai/plugin-api/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSealer } from "./sealer.ts";

const old = { current: "the secret of last year", previous: [] };
const fresh = { current: "the secret of this year", previous: [old.current] };
const place = "training_example.body";

describe("S03: the sealer", () => {
  it("gives back every text and every bytes as they were", () => {
    const sealer = createSealer(old);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(sealer.open(sealer.seal(text, place), place)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(new Uint8Array(sealer.openBytes(sealer.sealBytes(bytes, place), place))).toEqual(bytes);
      }),
    );
  });

  it("never seals the same text alike, and shows nothing of it", () => {
    const sealer = createSealer(old);
    const [first, second] = [sealer.seal("Rechnung", place), sealer.seal("Rechnung", place)];
    expect(first).not.toBe(second);
    expect(Buffer.from(first.slice(sealer.prefix.length), "base64").includes("Rechnung")).toBe(false);
  });

  it("a previous key opens what it sealed, and the current one seals what is new", () => {
    const rotated = createSealer(fresh);
    expect(rotated.open(createSealer(old).seal("Guten Tag", place), place)).toBe("Guten Tag");
    expect(() => createSealer(old).open(rotated.seal("Guten Tag", place), place)).toThrow(ConfigError);
  });

  it("a missing key is told with what to do", () => {
    const sealed = createSealer(old).seal("Guten Tag", place);
    const stranger = createSealer({ current: "somebody else's secret", previous: [] });
    expect(() => stranger.open(sealed, place)).toThrow(/OTAI_SECRET_KEY.*secret\.key/s);
  });

  it("what was changed, or put into another place, does not open", () => {
    const sealer = createSealer(old);
    const sealed = sealer.seal("Guten Tag", place);
    const changed = sealed.slice(0, -4) + (sealed.endsWith("AAA=") ? "BBB=" : "AAA=");
    expect(() => sealer.open(changed, place)).toThrow(/changed after it was sealed/);
    expect(() => sealer.open(sealed, "reply_draft.answer")).toThrow(/changed after it was sealed/);
  });

  it("what was never sealed is read as it is, so that an older database goes on", () => {
    const sealer = createSealer(old);
    expect(sealer.open("Guten Tag", place)).toBe("Guten Tag");
    expect(sealer.openBytes(Buffer.from("otai model"), place).toString()).toBe("otai model");
  });
});
