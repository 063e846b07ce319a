import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleSuggestion } from "../testing/samples.ts";
import { triageNote } from "./triage-note.ts";

function note(value: string, evidence: string) {
  const suggestion = sampleSuggestion({ value });
  const phrase = { field: "body", start: 0, end: evidence.length, text: evidence, weight: 1 } as const;
  return triageNote(
    "r-1",
    [
      {
        field: "queue",
        value,
        confidence: 0.97,
        decision: "automate",
        wouldBe: null,
        mode: "automate",
        reason: "97 % sure",
        previous: null,
        threshold: 0.9,
      },
    ],
    [{ ...suggestion, explanation: { ...suggestion.explanation, evidence: [phrase] } }],
  );
}

describe("the note that explains a triage", () => {
  it("FD-S8 D24: whatever stands in the ticket is shown as text, never as markup", () => {
    for (const attack of ["<script>alert(1)</script>", "<img onerror=x src=y>", "</strong><b>", "javascript:x\"'"]) {
      const { html } = note("Billing", attack);
      expect(html).not.toContain(attack.includes("<") ? attack : "\"'");
      expect(html.match(/<(?!\/?(strong|ul|li|p|small)>)/)).toBeNull();
    }
  });

  it("D24: holds no other tag than its own for any text (property)", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, evidence) => {
        expect(note(value, evidence).html.match(/<(?!\/?(strong|ul|li|p|small)>)/)).toBeNull();
      }),
    );
  });

  it("carries its marker in both forms, so that a resumed run finds it", () => {
    const { html, text, marker } = note("Billing", "charged twice");
    expect(marker).toBe("ai-note triage r-1");
    expect(html).toContain(marker);
    expect(text).toContain(marker);
  });
});
