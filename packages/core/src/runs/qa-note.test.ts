import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleEvaluation } from "../testing/sample-answers.ts";
import { qaNote } from "./qa-note.ts";

const evaluation = (change: Parameters<typeof sampleEvaluation>[1]) =>
  sampleEvaluation({ conversation_id: "T-1", agent_id: "7" } as never, change);

describe("D37: the note with a score", () => {
  it("is the guide's, with names made readable", () => {
    const note = qaNote(evaluation({ dimensions: { empathy: 0.8, first_response: 0.9 }, coaching_notes: ["a", "b"] }));
    expect(note.html).toBe(
      "<strong>QA Score: 86%</strong><ul><li><strong>Empathy</strong>: 80%</li><li><strong>First Response</strong>: 90%</li></ul>" +
        "<p><strong>Coaching notes:</strong> a, b</p><small>ai-note qa e-T-1</small>",
    );
    expect(note.text).toBe(
      "QA Score: 86%\n- Empathy: 80%\n- First Response: 90%\nCoaching notes: a, b\nai-note qa e-T-1",
    );
  });

  it("what does not apply is left out, and without advice there is no paragraph for it", () => {
    const { html } = qaNote(
      evaluation({ dimensions: { empathy: 1 }, not_applicable: ["resolution"], coaching_notes: [] }),
    );
    expect(html).not.toMatch(/resolution|<p>|null|NaN/i);
  });

  it("shows whatever stands in advice and names as text (property)", () => {
    const own = /^<\/?(strong|ul|li|p|small)>$/;
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, advice) => {
        const marks = `<img src=x>${advice}</p><script>`;
        const { html } = qaNote(evaluation({ dimensions: { [name]: 0.5 }, coaching_notes: [marks] }));
        expect((html.match(/<[^>]*>/g) ?? []).filter((mark) => !own.test(mark))).toEqual([]);
      }),
    );
  });
});
