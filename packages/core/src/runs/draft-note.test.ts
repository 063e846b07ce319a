import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleDraft } from "../testing/sample-answers.ts";
import { draftNote } from "./draft-note.ts";

const draft = (change: Parameters<typeof sampleDraft>[1]) => sampleDraft({ ticket_id: "T-1" } as never, change);

describe("D24: the note with a draft", () => {
  it("three paragraphs are three, and sources follow the hint", () => {
    const note = draftNote(draft({ draft: "One\n\nTwo\n\nThree [1]", confidence: 0.816 }));
    expect(note.html).toBe(
      "<strong>AI Draft Response</strong> (confidence: 82%)<br><br>One<br><br>Two<br><br>Three [1]<br><br>" +
        "<em>Copy and edit this draft before sending.</em>" +
        "<ul><li>[1] Duplicate charges (https://help.kunde.example/4411)</li></ul><br><small>ai-note draft d-T-1</small>",
    );
    expect(note.text).toContain("One\n\nTwo\n\nThree [1]");
    expect(note.marker).toBe("ai-note draft d-T-1");
  });

  it("no markup but its own gets through, whatever a model writes or an article is called (property)", () => {
    const own = /^<\/?(strong|em|ul|li|small|br)>$/;
    const hostile = '<img src=x onerror="a()"></strong><a href="javascript:a()">';
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, title) => {
        const citation = { ...draft({}).citations[0]!, title: `${title}${hostile}` };
        const { html } = draftNote(draft({ draft: `${hostile}${text}`, citations: [citation] }));
        expect((html.match(/<[^>]*>/g) ?? []).filter((mark) => !own.test(mark))).toEqual([]);
      }),
    );
  });
});
