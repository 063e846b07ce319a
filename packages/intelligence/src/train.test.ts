import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeModel } from "./codec.ts";
import { deskTickets } from "./desk-tickets.fixture.ts";
import type { Example } from "./example.ts";
import type { Model } from "./model.ts";
import { type Progress, train } from "./train.ts";

const shareRight = (model: Model, tickets: readonly Example[], target: string) =>
  tickets.filter((ticket) => model.classify(ticket)[target]!.value === ticket.labels[target]).length / tickets.length;

describe("training", () => {
  const tickets = deskTickets(400);
  const model = train(tickets, { targets: ["queue", "priority"] });

  it("learns several targets from one reading of the texts", () => {
    const unseen = deskTickets(200, 99);
    expect(shareRight(model, unseen, "queue")).toBeGreaterThan(0.98);
    expect(shareRight(model, unseen, "priority")).toBeGreaterThan(0.98);
  });

  it("promises a precision that unseen tickets keep, with 15 % of the labels wrong", () => {
    const noisy = train(deskTickets(600, 5, 0.15), { targets: ["queue"] });
    const { threshold, coverage } = noisy.thresholdFor("queue", 0.8);
    expect(coverage).toBeGreaterThan(0.5);
    const unseen = deskTickets(500, 6, 0.15);
    const trusted = unseen.filter((ticket) => noisy.classify(ticket).queue!.confidence >= threshold!);
    expect(shareRight(noisy, trusted, "queue")).toBeGreaterThan(0.79);
    expect(noisy.thresholdFor("queue", 0.99).threshold).toBeNull();
  });

  it("gives the same bytes for the same rows and seed, with and without times", () => {
    const timeless = tickets.slice(0, 80).map(({ at: _, ...ticket }) => ticket);
    const bytes = () => encodeModel(train(timeless, { targets: ["queue"], seed: 4 }));
    expect(bytes()).toEqual(bytes());
  });

  it("tells how far it is", () => {
    const seen: Progress[] = [];
    train(tickets.slice(0, 60), { targets: ["queue"], onProgress: (progress) => seen.push(progress) });
    expect([...new Set(seen.map(({ step }) => step))]).toEqual(["reading tickets", "learning queue"]);
    expect(seen.every(({ done, total }) => done <= total)).toBe(true);
    expect(seen.at(-1)).toEqual({ step: "learning queue", done: 4, total: 4 });
  });

  it("works on two labels with two tickets each", () => {
    const tiny = train(
      [
        { subject: "printer jam", body: "paper stuck", labels: { queue: "hardware" } },
        { subject: "printer offline", body: "no paper", labels: { queue: "hardware" } },
        { subject: "invoice wrong", body: "charged twice", labels: { queue: "billing" } },
        { subject: "refund", body: "invoice paid twice", labels: { queue: "billing" } },
      ],
      { targets: ["queue"] },
    );
    expect(tiny.classify({ subject: "the printer", body: "paper" }).queue!.value).toBe("hardware");
    expect(tiny.thresholdFor("queue", 0.9).threshold).toBeNull();
  });

  it("always predicts the only label of a target, and proves nothing by it", () => {
    const single = train(
      tickets.slice(0, 30).map((ticket) => ({ ...ticket, labels: { queue: "all" } })),
      {
        targets: ["queue"],
      },
    );
    expect(single.classify({ subject: "x", body: "y" }).queue).toMatchObject({ value: "all", novel: false });
    expect(single.thresholdFor("queue", 0.5).threshold).toBeNull();
  });

  it("leaves out rows without text or label and says so when none is left", () => {
    const blank = { subject: " ", body: "\n", labels: { queue: "billing" } };
    const rows = [...tickets.slice(0, 40), blank, { subject: "no label", body: "here", labels: {} }];
    expect(train(rows, { targets: ["queue"] }).parts.vocabulary.documents).toBe(40);
    expect(() => train([blank], { targets: ["queue"] })).toThrow("no example has a text");
    expect(() => train(tickets, { targets: ["team"] })).toThrow('no example has a label for target "team"');
    expect(() => train(tickets, { targets: [] })).toThrow("no target");
  });

  it("S07: lets one sender contribute no more than 20 tickets to a small history", () => {
    const flood = Array.from({ length: 200 }, (_, at) => ({
      subject: `vpn down ${at}`,
      body: "the vpn fails",
      labels: { queue: "billing" },
      group: "flooder@evil.example",
    }));
    const rows = deskTickets(300).map((ticket, at) => ({ ...ticket, group: `sender-${at}@customer.example` }));
    const poisoned = train([...flood, ...rows], { targets: ["queue"] });
    expect(poisoned.parts.vocabulary.documents).toBe(320);
  });
});

describe("classifying", () => {
  const tickets = deskTickets(300);
  const model = train(tickets, { targets: ["queue"] });

  it("gives confidences that are at most 1 together, the value's highest, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ maxLength: 300 }), (subject, body) => {
        const { value, confidence, alternatives } = model.classify({ subject, body }, { topK: 10 }).queue!;
        expect(alternatives[0]).toEqual({ value, confidence });
        expect(alternatives.reduce((sum, one) => sum + one.confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
        for (const one of alternatives) expect(one.confidence).toBeLessThanOrEqual(confidence);
        expect(model.labels("queue")).toContain(value);
      }),
    );
  });

  it("gives evidence whose text stands at its offsets, for any text", () => {
    const word = fc.constantFrom(
      "Invoice",
      "İNVOICE",
      "refund",
      "VPN",
      "😀",
      "ß",
      "printer",
      "\n",
      "a@b.example",
      "東京",
      "…",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.array(word, { maxLength: 30 }), (first, second) => {
        const fields = { subject: first.join(" ").normalize("NFC"), body: second.join(" ").normalize("NFC") };
        const { evidence } = model.classify(fields, { explain: true, prepared: true }).queue!;
        for (const { field, start, end, text, weight } of evidence) {
          expect(fields[field].slice(start, end)).toBe(text);
          expect(text).not.toBe("");
          expect(weight).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("F06: removing the phrases that explain a prediction lowers its score or flips it in 80 of 100 cases", () => {
    const unseen = deskTickets(100, 77);
    const faithful = unseen.filter(({ subject, body }) => {
      const before = model.classify({ subject, body }, { explain: true }).queue!;
      const without = { subject, body };
      for (const { field, text } of before.evidence) without[field] = without[field].replaceAll(text, " ");
      const after = model.classify(without).queue!;
      return after.value !== before.value || after.confidence < before.confidence;
    });
    expect(faithful.length).toBeGreaterThanOrEqual(80);
  });

  it("finds a past ticket again as its own nearest neighbour", () => {
    for (const ticket of tickets.slice(0, 40)) {
      const { neighbours } = model.classify(ticket, { neighbours: 3 }).queue!;
      expect(neighbours[0]!.similarity).toBeGreaterThan(0.9);
      expect(neighbours[0]!.label).toBe(ticket.labels.queue);
      expect(neighbours.map(({ similarity }) => similarity)).toEqual(
        neighbours.map(({ similarity }) => similarity).sort((a, b) => b - a),
      );
    }
  });

  it("takes tickets of another world or language for novel, and few of its own", () => {
    const strange = [
      "Смета на ремонт крыши школы",
      "ゴルフ場の予約を変更したいのですが",
      "zebra giraffe savannah safari lodge",
    ];
    for (const body of strange) expect(model.classify({ subject: "", body }).queue!.novel).toBe(true);
    const own = deskTickets(100, 55).filter((ticket) => model.classify(ticket).queue!.novel);
    expect(own.length).toBeLessThan(15);
  });

  it("stands empty and huge texts", () => {
    expect(model.classify({ subject: "", body: "" }).queue!.novel).toBe(true);
    const huge = "invoice refund ".repeat(200_000);
    expect(model.classify({ subject: "", body: huge }).queue!.value).toBe("billing");
  });

  it("uses metadata where the text is silent", () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      subject: "Question",
      body: "Please call me back",
      labels: { queue: at % 2 === 0 ? "retail" : "wholesale" },
      metadata: [at % 2 === 0 ? "channel:chat" : "channel:email"],
    }));
    const learned = train(rows, { targets: ["queue"] });
    const text = { subject: "Question", body: "Please call me back" };
    expect(learned.classify({ ...text, metadata: ["channel:chat"] }).queue!.value).toBe("retail");
    expect(learned.classify({ ...text, metadata: ["channel:email"] }).queue!.value).toBe("wholesale");
  });
});
