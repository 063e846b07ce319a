import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "@otai/host/config/load-config";
import { serveServices } from "@otai/host/services/serve-services";
import { type Usage, usageSchema } from "@otai/service-api/usage";
import { goodAnswer, untilRuns } from "../lifecycle/life.ts";
import { angry, article, chargedTwice, openWorld } from "../lifecycle/world.ts";
import { type FactLanguage, facts, honest } from "./honest-model.ts";
import { startLyingServer } from "./lying-server.ts";

/** A word of the article that holds personal data. */
export const colourOfArticle = "Türkis";
/** Planted in tickets, articles and context; any piece of it that no port, length or mark of a prompt can be by chance. */
export const personal = /kim\.private|4929 9|DE89|0532 0|4111 1|1111 1/;
export const secrets =
  "Write to kim.private@secret.example or call +49 30 4929 9118; my IBAN is DE89 3704 0044 0532 0130 00, my card 4111 1111 1111 1111.";

const germanArticle = {
  title: "Ich wurde doppelt belastet",
  content:
    `Eine zweite Abbuchung ist fast immer eine Vormerkung Ihrer Bank. ${facts.de} ` +
    `Ist sie danach noch da, schicken Sie uns die Bestellnummer.\n\n${colourOfArticle}: ${secrets}`,
  source: "test",
  language: "de",
};
/** Of the world: everything that an answer may rest on. */
export const articles = [article, germanArticle];

const letters: Readonly<Record<FactLanguage, { subject: string; body: string }>> = {
  en: chargedTwice,
  de: {
    subject: "Ich wurde doppelt belastet",
    body: "Guten Tag,\n\nich wurde für meine Bestellung doppelt belastet. Warum gibt es eine zweite Abbuchung, und wann verschwindet die Vormerkung?\n\nVielen Dank",
  },
};

export interface LyingWorldOptions {
  /** Seconds that a call may take. */
  readonly timeout: number;
  /** A real server instead, of `models.llm`; the one that lies is not asked then. */
  readonly llm?: Readonly<Record<string, unknown>>;
}

/**
 * A whole installation whose only language model cannot be trusted: OTAI beside a helpdesk, its triage served apart and without
 * history, so that the model is asked for everything that it can be asked for.
 */
export async function openLyingWorld({ timeout, llm }: LyingWorldOptions) {
  const model = await startLyingServer(honest);
  const config = {
    models: { llm: { base_url: model.url, model: "liar", timeout, ...llm } },
    routing: [routed({ category: "billing" }, "Billing"), routed({}, "Technical Support")],
  };
  const folder = mkdtempSync(join(tmpdir(), "otai-lying-"));
  const file = join(folder, "config.yml");
  writeFileSync(file, JSON.stringify({ ticket_systems: { desk: unasked }, ...config }));
  const silent = () => {};
  const triage = await serveServices({
    loaded: await loadConfig(file, { OTAI_DATA_DIR: join(folder, "data") }),
    servers: [{ services: ["triage"], port: 0 }],
    version: "0.0.0",
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const triageUrl = triage.servers[0]!.url;
  const world = await openWorld({ mode: "automate", services: { TRIAGE_URL: triageUrl }, config });
  await world.call("POST", "/articles", germanArticle);
  let cases = 0;

  /** In words of no other case: what was answered before is not asked again. */
  function letter(language: FactLanguage, plea: string | undefined) {
    cases += 1;
    const { subject, body } = letters[language];
    return { subject, body: `${body}\n\nOrder K${cases}. ${plea ?? ""}\n\n${secrets}` };
  }

  async function ask(language: FactLanguage, { subject, body }: { subject: string; body: string }) {
    const conversation = [{ role: "customer", content: `${subject}\n\n${body}` }];
    const messages = [...conversation, { role: "agent", content: `${goodAnswer} K${cases}` }];
    return {
      classify: await post(`${triageUrl}/classify`, { subject, body }),
      draft: await post(`${world.url}/draft`, { ticket_id: `K${cases}`, conversation, context: contextOf(language) }),
      qa: await post(`${world.url}/evaluate`, { conversation_id: `K${cases}`, agent_id: "A-1", messages }),
      sentiment: await post(`${world.url}/analyze`, { customer_id: "C-1", text: `${angry} K${cases}. ${body}` }),
    };
  }

  return {
    ...world,
    model,
    /** Written, triaged and drafted; answered angrily; solved by an agent. */
    async live(language: FactLanguage = "en", plea?: string): Promise<number> {
      await world.desk.forgetRequests();
      const own = letter(language, plea);
      const id = await world.write(own);
      await untilRuns(world, id, "draft");
      await world.desk.reply(id, `${angry} ${secrets}`);
      await untilRuns(world, id, "sentiment", 2);
      await world.desk.act(id, { reply: `${goodAnswer} K${cases}`, status: "solved" });
      await untilRuns(world, id, "qa");
      return id;
    },
    /** Each service over HTTP, asked as other systems ask it. */
    async askAll(language: FactLanguage = "en", plea?: string) {
      return ask(language, letter(language, plea));
    },
    ask,
    usage: () => Promise.all([world.url, triageUrl].map(usageAt)),
    health: () => Promise.all([world.url, triageUrl].map(healthAt)),
    async close() {
      await world.close();
      await triage.close();
      await model.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type LyingWorld = Awaited<ReturnType<typeof openLyingWorld>>;
// biome-ignore lint/suspicious/noThenProperty: the configuration's word
const routed = (when: object, queue: string) => ({ when, then: { queue } });

/** Served alone, triage needs no desk: it is never asked. */
const unasked = {
  use: "otai_freshdesk:FreshdeskTicketsystemService",
  params: { base_url: "http://127.0.0.1:9/freshdesk", api_key: "unused", timeout: 1 },
};

const contextOf = (language: FactLanguage) => `${facts[language]}\n\n${secrets}`;

async function post(url: string, body: unknown) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    // biome-ignore lint/suspicious/noExplicitAny: answers of four services
    body: (await response.json()) as any,
  };
}

async function usageAt(url: string): Promise<Usage> {
  return usageSchema.parse(await (await fetch(`${url}/usage`)).json());
}

async function healthAt(url: string) {
  const response = await fetch(`${url}/health`);
  return { status: response.status, body: (await response.json()) as { status: string; degraded: boolean } };
}
