import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CsvError, parseCsv } from "./parse-csv.ts";
import { createSentimentBench, type SentimentBench } from "./testing/sentiment-bench.ts";

let bench: SentimentBench;
beforeEach(async () => {
  bench = await createSentimentBench();
});
afterEach(() => bench.close());

const angry = "This is unacceptable, I want to cancel!";

describe("POST /ingest (1.6)", () => {
  it("reads CSV with the administrator's own columns, semicolons and quotes", async () => {
    const content = `Kunde;Nachricht;Datum\r\nk-1;"Danke; alles ""perfekt""!";2026-10-01T09:00:00Z\r\nk-1;${angry};2026-10-02T09:00:00Z\r\n`;
    const mappings = { customer_id: "Kunde", text: "Nachricht", Datum: "occurred_at" };
    const answer = await bench.sentiment.ingest({ content, format: "csv", mappings });
    expect(answer).toMatchObject({
      total: 2,
      processed: 2,
      errors: [],
      results: [
        { index: 0, label: "positive" },
        { index: 1, label: "negative" },
      ],
    });
    const { timeline, current_score } = await bench.sentiment.timeline("k-1", { limit: 10, offset: 0, order: "asc" });
    expect(timeline.map(({ label }) => label)).toEqual(["positive", "negative"]);
    expect(current_score).toBe(-0.75);
  });

  it.each([
    [
      "json",
      JSON.stringify([
        { customer_id: "k-1", text: angry },
        { customer_id: 7, text: "form" },
      ]),
    ],
    ["jsonl", `{"customer_id":"k-1","text":"${angry}"}\n\n{"customer_id":7,"text":"form"}\n`],
  ] as const)("reads %s", async (format, content) => {
    expect(await bench.sentiment.ingest({ content, format, mappings: {} })).toMatchObject({
      total: 2,
      processed: 2,
      errors: [],
    });
  });

  it("a wrong record stops no other, and its error never echoes it", async () => {
    const secret = "Zebulon-Quist";
    const records = [
      { customer_id: `${secret} & co`, text: "fine" },
      { customer_id: "k-1", text: "   " },
      { customer_id: "k-1", text: "fine", channel: secret },
      { customer_id: "k-1", text: "fine", occurred_at: secret },
      secret,
      { customer_id: "k-1", text: "fine" },
    ];
    const content = `${records.map((record) => JSON.stringify(record)).join("\n")}\n{"text": ${secret}`;
    const answer = await bench.sentiment.ingest({ content, format: "jsonl", mappings: {} });
    expect(answer).toMatchObject({ total: 7, processed: 1, results: [{ index: 5 }] });
    expect(answer.errors.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 6]);
    expect(answer.errors[1]).toEqual({ index: 1, error: "text: must not be empty" });
    expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it("history alarms nobody, this week's messages do", async () => {
    const record = (customer_id: string, occurred_at: string) => ({ customer_id, text: angry, occurred_at });
    const records = [record("k-1", "2026-10-01T09:00:00Z"), record("k-2", "2026-11-02T09:00:00Z")];
    await bench.sentiment.ingest({ content: JSON.stringify(records), format: "json", mappings: {} });
    const alerts = await bench.store.read((tx) =>
      tx.sentimentAlerts.list({ customerId: null, severity: null, statuses: null }, 10, 0),
    );
    expect(alerts.map(({ customerId }) => customerId)).toEqual(["k-2"]);
  });

  it("the same file twice adds nothing where messages have ids", async () => {
    const content = JSON.stringify([{ customer_id: "k-1", message_id: "m-1", text: angry }]);
    await bench.sentiment.ingest({ content, format: "json", mappings: {} });
    await bench.sentiment.ingest({ content, format: "json", mappings: {} });
    expect((await bench.sentiment.timeline("k-1", { limit: 10, offset: 0, order: "asc" })).total).toBe(1);
  });

  it.each([
    ["json", "{", {}],
    ["json", "{}", {}],
    ["csv", 'customer_id,text\nk-1,"open', {}],
    ["csv", "customer_id,text\n", { customer: "Kunde" }],
    ["jsonl", "{}\n".repeat(10_001), {}],
  ] as const)("a %s file that cannot be read as a whole is 422", async (format, content, mappings) => {
    await expect(bench.sentiment.ingest({ content, format, mappings })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      errors: [{ field: expect.stringMatching(/^(file|mappings)$/) }],
    });
  });
});

describe("CSV (RFC 4180)", () => {
  it("what was written is read, whatever stands in a field", () => {
    const field = fc.string({ maxLength: 12 }).map((text) => text.replaceAll("\r", ""));
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(rows, (table) => {
        const head = table[0]!.map((_, at) => `h${at}`);
        const written = [head, ...table].map((row) => row.map(quoted).join(",")).join("\r\n");
        expect(parseCsv(written)).toEqual([head, ...table]);
      }),
    );
  });

  it("an open quotation is named by its line", () => {
    expect(() => parseCsv('a,b\n1,"x\ny')).toThrow(new CsvError("line 2: a quotation mark is never closed"));
  });
});
