import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { goodAnswer, untilRuns } from "./life.ts";
import { type StubService, startStubService } from "./stub-service.ts";
import { notesOf, openWorld, type World } from "./world.ts";

const scored = { overall_score: 0.855, dimensions: { empathy: 0.8, first_response: 0.9 }, coaching_notes: [] };

let world: World;
let qa: StubService;
beforeAll(async () => {
  qa = await startStubService(() => ({ body: scored }));
  world = await openWorld({
    mode: "suggest",
    services: { QA_URL: qa.url },
    config: {
      // What else happens on the way is not looked at here.
      pipelines: [
        { on: "ticket-created", steps: ["triage"] },
        { on: "customer-replied", steps: [] },
      ],
    },
  });
});
afterAll(async () => {
  await world?.close();
  await qa.close();
});
beforeEach(() => {
  qa.calls.length = 0;
  qa.answerBy(() => ({ body: scored }));
});

async function answered(): Promise<number> {
  const id = await world.write({ subject: "Charged twice", body: "I was charged twice." });
  await untilRuns(world, id, "triage");
  await world.desk.act(id, { reply: goodAnswer, agent: "ada.brenner@sandbox.example" });
  return id;
}

const scoresOf = async (id: number) => notesOf(await world.desk.ticket(id), "qa");

describe("D38: how often a ticket is scored", () => {
  const solve = async (id: number, status: string) => {
    await world.desk.act(id, { status });
    await world.look(id, "ticket-resolved");
  };

  it("resolved: once", async () => {
    const id = await answered();
    await solve(id, "solved");
    await world.look(id, "ticket-resolved");
    expect(await scoresOf(id)).toHaveLength(1);
  });

  it("closed without having been resolved: once", async () => {
    const id = await answered();
    await solve(id, "closed");
    expect(await scoresOf(id)).toHaveLength(1);
  });

  it("resolved, then closed: once", async () => {
    const id = await answered();
    await solve(id, "solved");
    await solve(id, "closed");
    expect(await scoresOf(id)).toHaveLength(1);
    expect(qa.calls).toHaveLength(1);
  });

  it("resolved, reopened, resolved, with no new public message: once", async () => {
    const id = await answered();
    await solve(id, "solved");
    await world.desk.act(id, { status: "open", note: "Solved too early." });
    await world.look(id);
    await solve(id, "solved");
    expect(await scoresOf(id)).toHaveLength(1);
  });

  it("resolved, reopened, resolved, with a new public message: twice", async () => {
    const id = await answered();
    await solve(id, "solved");
    await world.desk.act(id, { status: "open" });
    await world.desk.reply(id, "It is still not there, please look again.");
    await world.look(id);
    await world.desk.act(id, { reply: "Now it is there. Is everything all right?" });
    await solve(id, "solved");
    expect(await scoresOf(id)).toHaveLength(2);
  });
});

describe("what the QA service is asked", () => {
  async function resolved(id: number): Promise<Record<string, unknown> & { messages: Record<string, unknown>[] }> {
    await world.desk.act(id, { status: "solved" });
    await world.look(id, "ticket-resolved");
    expect(qa.calls).toHaveLength(1);
    return qa.calls[0]!.body;
  }
  const told = ({ messages }: { messages: Record<string, unknown>[] }) =>
    messages.map(({ role, content }) => [role, content]);

  it("D31 D33: the description is message 0, and the author decides the role", async () => {
    const id = await answered();
    await world.desk.reply(id, "Thank you!");
    const asked = await resolved(id);
    expect(told(asked)).toEqual([
      ["customer", "I was charged twice."],
      ["agent", goodAnswer],
      ["customer", "Thank you!"],
    ]);
    expect(asked).toMatchObject({ conversation_id: String(id), status: "solved" });
  });

  it("D32: ten private notes and the notes of ours change nothing of what is judged", async () => {
    const plain = told(await resolved(await answered()));
    qa.calls.length = 0;
    const id = await answered();
    for (let count = 0; count < 10; count += 1) await world.desk.act(id, { note: `This customer, again. ${count}` });
    expect(told(await resolved(id))).toEqual(plain);
    qa.calls.length = 0;
    // The score's own note is among them the next time.
    await world.desk.act(id, { status: "open", reply: "One more thing." });
    expect(told(await resolved(id))).toEqual([...plain, ["agent", "One more thing."]]);
  });

  it("D35: the agent is the author of the last agent message, also when the customer wrote last", async () => {
    const id = await answered();
    const ada = (await world.desk.ticket(id)).messages.at(-1) as unknown as { name: string };
    expect(ada.name).toBe("Ada Brenner");
    await world.desk.reply(id, "Thank you!");
    await world.desk.act(id, { note: "Done.", agent: "bo.lindqvist@sandbox.example" });
    expect(await resolved(id)).toMatchObject({ agent_id: "80014400003" });
  });

  it("D35: nobody answered: the result is attributed to no one", async () => {
    const id = await world.write();
    await untilRuns(world, id, "triage");
    expect((await resolved(id)).agent_id ?? "").toBe("");
  });

  it("D34: a thread of 250 messages is read to its end", async () => {
    const id = await answered();
    await world.hush();
    for (let count = 1; count <= 248; count += 1) await world.desk.reply(id, `Message ${count}`);
    const { messages } = await resolved(id);
    expect(messages).toHaveLength(250);
    expect(messages.at(-1)).toMatchObject({ role: "customer", content: "Message 248" });
    await world.listen();
  });

  it("D36: a message without text, as with an attachment alone, is not sent", async () => {
    const id = await world.write({ body: "   " });
    await untilRuns(world, id, "triage");
    await world.desk.act(id, { reply: goodAnswer });
    await world.desk.reply(id, " \n ");
    const { messages } = await resolved(id);
    expect(messages.filter(({ content }) => String(content).trim() === "")).toEqual([]);
    expect(messages.map(({ role }) => role)).toEqual(["agent"]);
  });
});

describe("the note with the score", () => {
  it("D37: is escaped, names are made readable, what does not apply is left out", async () => {
    const coaching_notes = ['Say <b>"hello"</b> & smile', "</p><script>alert(1)</script>"];
    qa.answerBy(() => ({ body: { ...scored, coaching_notes, not_applicable: ["resolution"] } }));
    const id = await answered();
    await world.desk.act(id, { status: "solved" });
    await world.look(id, "ticket-resolved");
    const note = (await world.desk.requests("write")).findLast(({ path }) => path.endsWith(`/${id}/notes`));
    expect((note!.body as { body: string }).body).toMatch(
      /^<strong>QA Score: 86%<\/strong><ul><li><strong>Empathy<\/strong>: 80%<\/li><li><strong>First Response<\/strong>: 90%<\/li><\/ul><p><strong>Coaching notes:<\/strong> Say &lt;b&gt;&quot;hello&quot;&lt;\/b&gt; &amp; smile, &lt;\/p&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/p><small>ai-note qa \S+<\/small>$/,
    );
    expect(note!.body).toMatchObject({ private: true });
  });

  it("5.1: a conversation that is not eligible gets none, and the reason is kept", async () => {
    const error = { error_code: "NOT_ELIGIBLE", detail: "No agent wrote", reason: "no_agent_message" };
    qa.answerBy(() => ({ status: 422, body: error }));
    const id = await world.write();
    await untilRuns(world, id, "triage");
    await world.desk.act(id, { status: "solved" });
    await world.look(id, "ticket-resolved");
    expect(await scoresOf(id)).toEqual([]);
    const [run] = await world.runs(id, "qa");
    expect(run).toMatchObject({ outcome: "nothing-to-write", trace: { not_eligible: "no_agent_message" } });
    expect(await world.counts()).toMatchObject({ dead: 0 });
  });
});
