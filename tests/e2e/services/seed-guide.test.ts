import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Classification } from "@otai/service-api/classify";
import type { ArticleList } from "@otai/service-api/knowledge-base-article";
import type { GapsAnswer } from "@otai/service-api/knowledge-base-gaps";
import type { EvaluateResponse } from "@otai/service-api/qa-evaluate";
import type { DraftResponse } from "@otai/service-api/reply-draft";
import type { Routing } from "@otai/service-api/route";
import type { Sentiment } from "@otai/service-api/sentiment";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freshdeskConnection } from "../../stage/connection-config.ts";
import { type SandboxProgram, startSandboxProgram } from "../../stage/otai-sandbox.ts";
import { type ServeProgram, startServe } from "../../stage/otai-serve.ts";
import { createSandboxControl, type SandboxControl } from "../../stage/sandbox-control.ts";

const run = promisify(execFile);
const pathTo = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const otai = pathTo("../../../apps/cli/bin/otai.mjs");
const program = pathTo("python/call.py");
const modules = [pathTo("../../../fixtures/seed-guide"), pathTo("python")];

const python = await run("python3", ["--version"]).then(
  () => true,
  () => false,
);

interface FreshdeskTicket {
  readonly type: string | null;
  readonly priority: number;
  readonly group_id: number | null;
  readonly tags: readonly string[];
  readonly custom_fields: Readonly<Record<string, unknown>>;
  readonly requester_id: number;
}

interface Entry {
  readonly private: boolean;
  readonly incoming: boolean;
  readonly body: string;
}

let folder: string;
let sandbox: SandboxProgram;
let desk: SandboxControl;
let serving: ServeProgram;

/** The vendor's own API, with the guide's credentials. */
async function freshdesk<T>(path: string): Promise<T> {
  const authorization = `Basic ${Buffer.from("sandbox:X").toString("base64")}`;
  const response = await fetch(`${sandbox.url}/freshdesk/api/v2${path}`, { headers: { authorization } });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** Runs one function of the guide. */
async function guide<T>(name: string, ...given: unknown[]): Promise<T> {
  const { triage, reply, qa, sentiment, kb } = serving.urls;
  const { stdout } = await run("python3", [program, name, JSON.stringify(given)], {
    env: {
      PATH: process.env.PATH,
      PYTHONPATH: modules.join(delimiter),
      PYTHONDONTWRITEBYTECODE: "1",
      FRESHDESK_API_KEY: "sandbox",
      FD_BASE: `${sandbox.url}/freshdesk/api/v2`,
      TRIAGE_URL: triage,
      REPLY_URL: reply,
      QA_URL: qa,
      SENTIMENT_URL: sentiment,
      KB_URL: kb,
    },
  });
  return JSON.parse(stdout) as T;
}

const letter = {
  subject: "Charged twice for my subscription",
  body: "My credit card was charged twice for the same invoice. Please check the payment, this is urgent.",
  requester: "jo@customer.example",
} as const;

describe.skipIf(!python)("the published Freshdesk guide's client against otai serve --each (needs python3)", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "otai-e2e-guide-"));
    sandbox = await startSandboxProgram(otai, ["--dialects", "freshdesk", "--tickets", "20"]);
    desk = createSandboxControl(sandbox.url);
    const config = { ticket_systems: { desk: freshdeskConnection({ sandboxUrl: sandbox.url }) } };
    writeFileSync(join(folder, "config.yml"), JSON.stringify(config));
    serving = await startServe({ folder, args: ["--each", "--port", "0"] });
  });
  afterAll(async () => {
    expect(await serving?.stop()).toBe(0);
    await sandbox?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => desk.forgetRequests());

  /** No call of the guide's was refused by the helpdesk. */
  async function writes(): Promise<string[]> {
    const made = await desk.requests("write");
    expect(made.filter(({ status }) => status >= 300)).toEqual([]);
    return made.map(({ method, path }) => `${method} ${path.replace("/freshdesk/api/v2", "")}`);
  }

  it("classify_and_route sets type, priority, group, the three fields and the tags", async () => {
    const id = await desk.write(letter);
    const { classification, routing } = await guide<{ classification: Classification; routing: Routing }>(
      "classify_and_route",
      id,
      letter.subject,
      letter.body,
    );
    expect(classification).toMatchObject({
      category: "billing",
      abstained: false,
      degraded_reason: "model_not_trained",
    });
    const groups = await freshdesk<{ id: number; name: string }[]>("/groups");
    expect(routing).toMatchObject({ team: "billing", group_id: groups.find(({ name }) => name === "Billing")?.id });
    expect(await writes()).toEqual([`PUT /tickets/${id}`]);
    const ticket = await freshdesk<FreshdeskTicket>(`/tickets/${id}`);
    const { category, urgency, confidence } = classification;
    expect(ticket).toMatchObject({
      type: "Billing",
      priority: { low: 1, medium: 2, high: 3, critical: 4 }[urgency],
      group_id: routing.group_id,
      custom_fields: { cf_ai_category: category, cf_ai_urgency: urgency },
      tags: [`ai-category:${category}`, `ai-urgency:${urgency}`],
    });
    expect(Number(ticket.custom_fields.cf_ai_confidence)).toBe(confidence);
  });

  it("sync_freshdesk_articles takes every article over, once, and answers the gaps", async () => {
    const titles: string[] = [];
    for (const category of await freshdesk<{ id: number }[]>("/solutions/categories")) {
      for (const one of await freshdesk<{ id: number }[]>(`/solutions/categories/${category.id}/folders`)) {
        const articles = await freshdesk<{ title: string }[]>(`/solutions/folders/${one.id}/articles`);
        titles.push(...articles.map(({ title }) => title));
      }
    }
    for (let time = 0; time < 2; time += 1) {
      expect(await guide<GapsAnswer>("sync_freshdesk_articles")).toMatchObject({ gaps: [], window_days: 30 });
    }
    const stored = await fetch(`${serving.urls.kb}/articles?limit=200`);
    const { items } = (await stored.json()) as ArticleList;
    expect(items.map(({ title }) => title).sort()).toEqual(titles.sort());
    expect(new Set(items.map(({ source }) => source))).toEqual(new Set(["freshdesk-solutions"]));
  });

  it("draft_reply posts the draft, which the synced articles support, as a private note", async () => {
    const id = await desk.write(letter);
    const draft = await guide<DraftResponse>("draft_reply", id, [
      { role: "customer", content: "I was charged twice. When does the second charge disappear?" },
    ]);
    expect(draft).toMatchObject({ refused: false, requires_review: true, language: "en" });
    expect(draft.citations.map(({ title }) => title)).toContain("I was charged twice");
    expect(await writes()).toEqual([`POST /tickets/${id}/notes`]);
    const [note, ...more] = await freshdesk<Entry[]>(`/tickets/${id}/conversations`);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ private: true, incoming: false });
    expect(note!.body).toContain(`(confidence: ${Math.round(draft.confidence * 100)}%)`);
    expect(note!.body).toContain(draft.draft);
  });

  it("analyze_reply writes label and risk to the contact, and tags the ticket from a risk of 0.5", async () => {
    const id = await desk.write(letter);
    await desk.act(id, { tags: ["vip"] });
    const { requester_id: contact } = await freshdesk<FreshdeskTicket>(`/tickets/${id}`);
    await desk.forgetRequests();
    const angry = "This is unacceptable! I have been waiting for weeks and want to cancel. I will call my lawyer.";
    const sentiment = await guide<Sentiment>("analyze_reply", id, contact, angry);
    expect(sentiment).toMatchObject({ label: "negative", triggers: expect.arrayContaining(["cancel"]) });
    expect(sentiment.escalation_risk).toBeGreaterThanOrEqual(0.5);
    expect(await writes()).toEqual([`PUT /contacts/${contact}`, `PUT /tickets/${id}`]);
    const fields = async () => (await freshdesk<FreshdeskTicket>(`/contacts/${contact}`)).custom_fields;
    expect(await fields()).toEqual({
      cf_sentiment_score: "negative",
      cf_escalation_risk: String(sentiment.escalation_risk),
    });
    expect((await freshdesk<FreshdeskTicket>(`/tickets/${id}`)).tags).toEqual(["vip", "escalation-risk:high"]);

    await desk.forgetRequests();
    const calm = await guide<Sentiment>("analyze_reply", id, contact, "Thank you so much, that solved it perfectly!");
    expect(calm.escalation_risk).toBeLessThan(0.5);
    expect(await writes()).toEqual([`PUT /contacts/${contact}`]);
    expect(await fields()).toMatchObject({ cf_sentiment_score: "positive" });
    const { timeline } = (await (await fetch(`${serving.urls.sentiment}/customers/${contact}/sentiment`)).json()) as {
      timeline: unknown[];
    };
    expect(timeline).toHaveLength(2);
  });

  it("score_conversation posts the score with its dimensions as a private note", async () => {
    // Written on the web: replies by mail carry `incoming: false`, so that the guide would take them for an agent's (D33).
    const id = await desk.write({ ...letter, channel: "web" });
    await desk.act(id, {
      reply:
        "Sorry about the double charge, I understand that this is annoying. I have refunded the second charge today. " +
        "You will see it within five working days. Is there anything else I can help you with?",
    });
    await desk.reply(id, "Great, thank you, that is all!");
    await desk.act(id, { status: "solved" });
    await desk.forgetRequests();
    const evaluation = await guide<EvaluateResponse>("score_conversation", id);
    expect(Object.keys(evaluation.dimensions).length).toBeGreaterThan(0);
    expect(await writes()).toEqual([`POST /tickets/${id}/notes`]);
    const note = (await freshdesk<Entry[]>(`/tickets/${id}/conversations`)).at(-1)!;
    expect(note.private).toBe(true);
    expect(note.body).toContain("<strong>QA Score: ");
    for (const name of Object.keys(evaluation.dimensions)) expect(note.body.toLowerCase()).toContain(`>${name}<`);
  });
});
