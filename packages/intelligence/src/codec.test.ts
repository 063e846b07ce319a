import { describe, expect, it } from "vitest";
import { ModelFormatError } from "./bytes.ts";
import { decodeModel, encodeModel } from "./codec.ts";
import { deskTickets } from "./desk-tickets.fixture.ts";
import { train } from "./train.ts";

describe("model codec", () => {
  const tickets = deskTickets(200);
  const model = train(tickets, { targets: ["queue", "priority"] });
  const bytes = encodeModel(model);

  it("gives back a model with identical predictions, explanations, neighbours and thresholds", () => {
    const copy = decodeModel(bytes);
    for (const ticket of deskTickets(50, 7)) {
      const options = { explain: true, neighbours: 3 };
      expect(copy.classify(ticket, options)).toEqual(model.classify(ticket, options));
    }
    expect(copy.thresholdFor("queue", 0.9)).toEqual(model.thresholdFor("queue", 0.9));
    expect(copy.labels("priority")).toEqual(model.labels("priority"));
  });

  it("reads a model out of the middle of a larger buffer, as files and databases give them", () => {
    const buffer = Buffer.concat([Buffer.from([1, 2, 3]), bytes]).subarray(3);
    expect(encodeModel(decodeModel(buffer))).toEqual(bytes);
  });

  it("encodes the same model to the same bytes", () => {
    expect(encodeModel(decodeModel(bytes))).toEqual(bytes);
    expect(encodeModel(train(tickets, { targets: ["queue", "priority"] }))).toEqual(bytes);
  });

  it("holds no word of the tickets", () => {
    const text = Buffer.from(bytes).toString("latin1").toLowerCase();
    for (const word of ["invoice", "printer", "password", "refund"]) expect(text).not.toContain(word);
  });

  it("refuses bytes that are no model, of another version, cut off or too long", () => {
    expect(() => decodeModel(new Uint8Array())).toThrow("not a model file");
    expect(() => decodeModel(new TextEncoder().encode('{"weights":[]}'))).toThrow("not a model file");
    const newer = bytes.slice();
    newer[11] = 99;
    expect(() => decodeModel(newer)).toThrow("format version 99");
    for (const length of [12, 40, 1000, bytes.length - 1]) {
      expect(() => decodeModel(bytes.slice(0, length))).toThrow(ModelFormatError);
    }
    expect(() => decodeModel(new Uint8Array([...bytes, 0]))).toThrow("left over");
  });
});
