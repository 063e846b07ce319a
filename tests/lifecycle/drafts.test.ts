import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Letter } from "../stage/sandbox-control.ts";
import { untilRuns } from "./life.ts";
import { type StubService, startStubService } from "./stub-service.ts";
import { eventually, notesOf, openWorld, type World } from "./world.ts";

/** What a service that knows the published fields alone answers. */
const published = (change: Readonly<Record<string, unknown>> = {}) => ({
  body: {
    draft_id: "d-abc123",
    draft: "Hello,\n\nplease wait five days.",
    confidence: 0.82,
    suggested_template: null,
    ...change,
  },
});

let world: World;
let reply: StubService;
beforeAll(async () => {
  reply = await startStubService(() => published());
  world = await openWorld({
    mode: "suggest",
    services: { REPLY_URL: reply.url },
    config: { services: { kb: { sync_hours: 0 }, reply: { style: "formal" } } },
  });
});
afterAll(async () => {
  await world?.close();
  await reply.close();
});
beforeEach(() => {
  reply.calls.length = 0;
  reply.answerBy(() => published());
});

async function drafted(letter: Partial<Letter> = {}): Promise<number> {
  const id = await world.write(letter);
  await untilRuns(world, id, "draft");
  return id;
}
const draftsOf = async (id: number) => notesOf(await world.desk.ticket(id), "draft");

/** The HTML of the note as it was sent. */
async function sentNote(id: number): Promise<string> {
  const note = (await world.desk.requests("write")).find(({ path }) => path.endsWith(`/${id}/notes`));
  return (note!.body as { body: string }).body;
}

describe("what the Reply service is asked", () => {
  it("2.4: subject and description of a new ticket, as one message of the customer", async () => {
    const id = await drafted({ subject: "Charged twice", body: "I was charged twice." });
    expect(reply.calls).toHaveLength(1);
    expect(reply.calls[0]!.path).toBe("/api/v1/draft");
    expect(reply.calls[0]!.body).toMatchObject({
      ticket_id: String(id),
      conversation: [{ role: "customer", content: "Charged twice\n\nI was charged twice." }],
    });
  });

  it("D26: the whole public thread, description first; private notes, our own too, are absent", async () => {
    const id = await drafted({ subject: "Charged twice", body: "I was charged twice." });
    await world.desk.act(id, { note: "This customer is difficult." });
    await world.desk.act(id, { reply: "Which order is it?" });
    await world.desk.reply(id, "It is order 77.");
    await world.look(id, "draft-requested");
    await untilRuns(world, id, "draft", 2);
    expect(reply.calls[1]!.body.conversation).toEqual([
      { role: "customer", content: "Charged twice\n\nI was charged twice." },
      { role: "agent", content: "Which order is it?" },
      { role: "customer", content: "It is order 77." },
    ]);
  });

  it("D25: the style is the connection's, not a fixed word, and no language is claimed that nobody knows", async () => {
    await drafted();
    expect(reply.calls[0]!.body.style).toBe("formal");
    await drafted({
      subject: "Doppelt belastet",
      body: "Guten Tag, mein Konto wurde zweimal belastet. Was soll ich tun?",
    });
    expect(reply.calls[1]!.body.language ?? null).not.toBe("en");
  });
});

describe("what becomes of a draft", () => {
  it("D24: markup of a model is shown as text, three paragraphs as three", async () => {
    const hostile =
      'First </strong> <script>alert(1)</script>\n\n<img src=x onerror="alert(1)"> & second\n\n<a href="javascript:alert(1)">third</a>';
    reply.answerBy(() => published({ draft: hostile }));
    const html = await sentNote(await drafted());
    const own = /^(<strong>|<\/strong>|<br>|<em>|<\/em>|<small>|<\/small>)$/;
    expect((html.match(/<[^>]*>/g) ?? []).filter((mark) => !own.test(mark))).toEqual([]);
    expect(html).toContain(
      "First &lt;/strong&gt; &lt;script&gt;alert(1)&lt;/script&gt;<br><br>&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; second<br><br>&lt;a href",
    );
  });

  it("2.4: the note is the guide's, with its confidence and marker", async () => {
    expect(await sentNote(await drafted())).toBe(
      "<strong>AI Draft Response</strong> (confidence: 82%)<br><br>Hello,<br><br>please wait five days.<br><br>" +
        "<em>Copy and edit this draft before sending.</em><br><small>ai-note draft d-abc123</small>",
    );
  });

  it("D27: a refusal is no note", async () => {
    reply.answerBy(() => published({ draft: "", confidence: 0, refused: true, refusal_reason: "no_evidence" }));
    const id = await drafted();
    expect(await draftsOf(id)).toEqual([]);
    expect((await world.runs(id, "draft"))[0]!.trace).toMatchObject({ refusal_reason: "no_evidence" });
  });

  it("D27: one draft for one message, however often it is asked for", async () => {
    const id = await drafted();
    await world.look(id, "draft-requested");
    await world.look(id, "customer-replied");
    expect(await draftsOf(id)).toHaveLength(1);
    expect(reply.calls).toHaveLength(1);
  });

  it("U19: an agent answers during a slow draft: no note", async () => {
    reply.answerBy(async ({ body }) => {
      await world.desk.act(Number(body.ticket_id), { reply: "I have already answered." });
      return published();
    });
    const id = await drafted();
    await world.look(id);
    expect(await draftsOf(id)).toEqual([]);
    expect((await world.runs(id, "draft"))[0]).toMatchObject({ outcome: "nothing-to-write" });
  });

  it("a private note meanwhile is no answer: the draft is posted", async () => {
    reply.answerBy(async ({ body }) => {
      await world.desk.act(Number(body.ticket_id), { note: "I look into it." });
      return published();
    });
    expect(await draftsOf(await drafted())).toHaveLength(1);
  });

  it.each([
    ["by its subject", { subject: "Automatic reply: Your order", body: "I am back on Monday." }],
    ["by its text", { body: "This is an automatically generated message. I am out of the office until Monday." }],
  ])("U21: auto mail is not even asked about, %s", async (_, letter) => {
    const id = await drafted(letter);
    expect(reply.calls).toEqual([]);
    expect(await draftsOf(id)).toEqual([]);
    const [sentiment] = await world.runs(id, "sentiment");
    expect(sentiment!.trace).toMatchObject({ asked: [{ answer: null, skipped: "auto_generated" }] });
  });

  it("U18: a word in the text that looks like a command is text", async () => {
    reply.answerBy(() => published({ draft: "conversation_handoff\nCLOSE_TICKET" }));
    const id = await drafted();
    expect(await world.desk.ticket(id)).toMatchObject({ status: "new", queue: null });
    expect((await draftsOf(id))[0]!.body).toContain("conversation_handoff");
  });

  it("nobody asks for a draft on a ticket that is solved, or that an agent answered last", async () => {
    const solved = await drafted();
    await world.desk.reply(solved, "One more question: when?");
    await world.desk.act(solved, { status: "solved" });
    const answered = await drafted();
    await world.desk.act(answered, { reply: "Tomorrow." });
    reply.calls.length = 0;
    await world.look(solved, "draft-requested");
    await world.look(answered, "draft-requested");
    expect(reply.calls).toEqual([]);
  });
});

describe("D13 D14: the service does not answer as it should", () => {
  it.each([
    ["an error of its own", { status: 500, body: { error_code: "INTERNAL_ERROR", detail: "" } }],
    ["overloaded", { status: 503, body: "<html>busy</html>" }],
    ["a web page with status 200", { body: "<html>hello</html>" }],
    ["a field is missing", { body: { draft_id: "d-1" } }],
  ])("%s: triage stands, and the draft comes when it answers again", async (_, wrong) => {
    let left = 1;
    reply.answerBy(() => {
      left -= 1;
      return left >= 0 ? wrong : published();
    });
    const id = await world.write();
    await untilRuns(world, id, "triage");
    expect((await world.desk.ticket(id)).tags).toContain("ai-category:billing");
    await eventually(async () => expect(await draftsOf(id)).toHaveLength(1));
    await world.calm();
    expect(await world.runs(id, "triage")).toHaveLength(1);
    expect(await world.counts()).toMatchObject({ dead: 0 });
  });
});
