import { priorities } from "@otai/plugin-api/ticket";
import { describe, expect } from "vitest";
import type { Offers } from "./capabilities.ts";
import { itWhere } from "./it-where.ts";
import type { UseBench } from "./suite-bench.ts";

export function settingsSuite(bench: UseBench, offers: Offers): void {
  describe("what the account is set up with", () => {
    itWhere(offers.queues, "queues are not listed")("all queues by id and name, as tickets name them", async () => {
      const { system, desk } = bench();
      const queues = await system.read.listQueues!();
      // Some systems have one more, where new tickets lie.
      expect(queues.map(({ name }) => name)).toEqual(expect.arrayContaining([...(await desk.queues())]));
      expect(queues).toContainEqual((await system.read.getTicket("1")).queue);
    });

    itWhere(offers.priorities, "priorities are not listed")(
      "priorities by id and name, each as one of OTAI's",
      async () => {
        const choices = await bench().system.read.listPriorities!();
        expect(priorities).toEqual(expect.arrayContaining(choices.map(({ priority }) => priority)));
        expect(new Set(choices.map(({ priority }) => priority)).size).toBeGreaterThan(2);
      },
    );

    itWhere(offers.fields, "fields are not listed")(
      "fields by key and label, choices with what is written and what people see",
      async () => {
        const fields = await bench().system.read.listFields!();
        const product = fields.find(({ label }) => label === "Product");
        expect(product).toMatchObject({ kind: "choice", writable: true });
        expect(product!.key).toMatch(/^custom_fields\./);
        expect(product!.choices).toHaveLength(3);
        expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
      },
    );

    itWhere(offers.articles, "there are no articles")(
      "published articles, each once, as plain text beside the HTML",
      async () => {
        const ids: string[] = [];
        for await (const article of bench().system.articles!.listArticles()) {
          ids.push(article.externalId);
          expect(article.text).not.toMatch(/<(p|div|br|ul|li)\b/);
          expect(article.updatedAt).toBeGreaterThan(1e12);
        }
        expect(ids).not.toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
      },
    );

    itWhere(offers.setup, "there is no set-up check")(
      "what is not as it should be comes with steps for a person",
      async () => {
        const findings = await bench().system.setup!.check({
          publicUrl: "https://otai.example",
          categories: ["billing"],
        });
        expect(findings).not.toEqual([]);
        for (const { state, steps } of findings) {
          if (state === "ok") expect(steps).toEqual([]);
          else expect(steps).not.toEqual([]);
        }
      },
    );

    itWhere(offers.requester, "requesters have no fields to write")(
      "a field of the requester is written, and nothing else about the person",
      async () => {
        const { system, desk } = bench();
        const { requester } = await system.read.getTicket("1");
        await desk.clearRequests();
        await system.write.updateRequester!(requester!.id, { sentiment_score: "negative" });
        expect(await desk.requests("write")).toHaveLength(1);
        expect((await system.read.getTicket("1")).requester).toEqual(requester);
      },
    );
  });
}
