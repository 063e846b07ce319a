import { isTestTicket } from "@otai/core/learning/test-tickets";
import type { TrainingExample } from "@otai/core/ports/learning";
import { decodeModel } from "@otai/intelligence/codec";
import { countRight } from "@otai/intelligence/count-right";
import type { Model } from "@otai/intelligence/model";
import { createLanguageDetector, type LanguageDetector } from "@otai/text/language";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rollBack } from "../operations/models.ts";
import { type LearningDesk, openLearningDesk, solvedTickets, ticket } from "../testing/learning-desk.ts";
import { toRow } from "../training/training-row.ts";

const history = solvedTickets(800);
const frozen = history.filter(({ ticketId }) => isTestTicket(ticketId));
const voucherWords = ["summer", "winter", "birthday", "company", "online", "printed", "half used"];

/** Filed in Billing, as the model says; where they belong is another matter. */
function vouchers(count: number, from: number): TrainingExample[] {
  return Array.from({ length: count }, (_, index) => {
    const word = voucherWords[index % voucherWords.length]!;
    return ticket(from + index, `gift voucher ${word}`, {
      body: `The ${word} voucher of my gift does not pay the invoice, number ${index}.`,
      labels: { queue: "Billing" },
    });
  });
}

let detector: LanguageDetector;
let desk: LearningDesk;
beforeAll(async () => {
  detector = await createLanguageDetector();
});
beforeEach(async () => {
  desk = await openLearningDesk(detector);
  await desk.put(history);
});
afterEach(() => desk.close());

async function bytesServed(): Promise<Uint8Array> {
  const { sha256 } = await desk.champion();
  return (await desk.store.read((tx) => tx.learning.getModelBlob(sha256)))!;
}

async function served(): Promise<Model> {
  return decodeModel(await bytesServed());
}

/** What people said of tickets that AI had filed in Billing. */
async function correct(tickets: readonly TrainingExample[], value: string): Promise<void> {
  await desk.store.write(async (tx) => {
    for (const { ticketId } of tickets) {
      await tx.corrections.add({
        ...{ id: `co-${ticketId}`, connection: "desk", ticketId, classificationId: null },
        ...{ field: "queue", value, actor: "kim", reason: null, recordedAt: desk.clock.now() },
      });
    }
  });
}

const newVouchers = vouchers(70, 5_000).map((example) => ({ ...example, subject: `${example.subject} please` }));
const shareIn = (model: Model, queue: string) =>
  newVouchers.filter((example) => model.classify(toRow(example)).queue?.value === queue).length / newVouchers.length;

describe("F05: the learning loop", () => {
  it("the first model serves; the same history again gives the same model and changes nothing", async () => {
    const first = await desk.learn();
    expect(first).toMatchObject({ promoted: true, reason: "it is the first one" });
    const second = await desk.learn();
    expect(second).toMatchObject({ promoted: false, reason: "it is the model that serves already" });
    expect(second.model.sha256).toBe(first.model.sha256);
  });

  it("no model has learned a test ticket", async () => {
    await desk.learn();
    const learned = new Set((await served()).parts.retrieval!.ids);
    expect(frozen.length).toBeGreaterThan(40);
    expect(frozen.filter(({ ticketId }) => learned.has(ticketId))).toEqual([]);
    expect(learned.size).toBe(history.length - frozen.length);
  });

  it("50 corrections of one pattern fix at least 80 % of such tickets, and no queue loses more than 2 points", async () => {
    await desk.put(vouchers(50, 1_000));
    await desk.learn();
    const before = countRight(await served(), frozen.map(toRow)).queue!;
    expect(shareIn(await served(), "Billing")).toBeGreaterThan(0.9);
    await correct(vouchers(50, 1_000), "Returns");
    expect((await desk.learn()).promoted).toBe(true);
    expect(shareIn(await served(), "Returns")).toBeGreaterThanOrEqual(0.8);
    const after = countRight(await served(), frozen.map(toRow)).queue!;
    for (const [queue, { rows, right }] of Object.entries(before)) {
      expect({ queue, lost: (right - after[queue]!.right) / rows }).toEqual({
        queue,
        lost: expect.toSatisfy((lost) => lost <= 0.02),
      });
    }
    const { items } = await desk.store.read((tx) => tx.audit.list(10, null));
    expect(items.map(({ action }) => action)).toEqual(["promote-model", "promote-model"]);
  });

  it("a worse challenger is refused, kept with what every queue lost, and can be looked at", async () => {
    const first = await desk.learn();
    const queues = ["Billing", "Shipping", "Technical", "Returns"];
    const shuffled = history
      .filter(({ ticketId }) => !isTestTicket(ticketId))
      .map((example, at) => ({ ...example, labels: { queue: queues[(at * 7 + (at >> 2)) % 4]! } }));
    await desk.put(shuffled);
    const { model, promoted, reason } = await desk.learn();
    expect(promoted).toBe(false);
    expect(reason).toContain("it does worse on the test tickets");
    expect((await desk.champion()).version).toBe(first.model.version);
    const stored = (await desk.store.read((tx) => tx.learning.listModels("cn-1"))).find(
      ({ version }) => version === model.version,
    );
    expect(stored?.verdict).toMatchObject({ serves: false, against: first.model.version, rows: frozen.length });
    expect(stored?.verdict?.targets.queue?.map(({ label }) => label)).toEqual(queues.toSorted());
  });

  it("rolling back serves the same bytes as before", async () => {
    await desk.put(vouchers(50, 1_000));
    await desk.learn();
    const before = await bytesServed();
    await correct(vouchers(50, 1_000), "Returns");
    await desk.learn();
    expect(Buffer.compare(before, await bytesServed())).not.toBe(0);
    const workplace = { ...desk, loaded: null as never, secretKeys: null as never };
    await rollBack(workplace, { version: null, connection: null, by: "kim" });
    expect(Buffer.compare(before, await bytesServed())).toBe(0);
    await expect(rollBack(workplace, { version: null, connection: "other", by: "kim" })).rejects.toThrow("only desk");
  });

  it("6.4: what an erased person taught does not serve on, however good it was", async () => {
    const first = await desk.learn();
    const person = { connectionUid: "cn-1", connection: "desk", senders: ["sender-3"], ticketIds: [] };
    await desk.store.write((tx) => tx.privacy.erase({ identities: ["x"], customerIds: [], places: [person] }));
    const next = await desk.learn();
    expect(next).toMatchObject({ promoted: true, reason: expect.stringContaining("erased since") });
    expect(next.model.version).not.toBe(first.model.version);
    const workplace = { ...desk, loaded: null as never, secretKeys: null as never };
    const back = rollBack(workplace, { version: null, connection: null, by: "kim" });
    await expect(back).rejects.toThrow("it must not serve any more");
  });
});

describe("S07: poisoning", () => {
  const billing = history.filter(({ labels }) => labels.queue === "Billing");

  it.each([
    ["worded like the mail of another queue", (at: number) => billing[at % billing.length]!, "does worse"],
    [
      "worded like nothing else",
      (at: number) => ticket(at, "cheap coins", { body: `Offer ${at}` }),
      "one sender wrote",
    ],
  ])("500 mails of one sender aimed at one queue, %s, leave the champion unchanged", async (_, textOf, why) => {
    const first = await desk.learn();
    const mails = Array.from({ length: 500 }, (_, at) => ({
      ...textOf(at),
      ...{ ticketId: `M-${at}`, sender: "attacker", labels: { queue: "Technical" } },
      createdAt: history.at(-1)!.createdAt + at,
    }));
    await desk.put(mails);
    const { promoted, reason } = await desk.learn();
    expect({ promoted, reason }).toEqual({ promoted: false, reason: expect.stringContaining(why) });
    expect((await desk.champion()).version).toBe(first.model.version);
  });
});
