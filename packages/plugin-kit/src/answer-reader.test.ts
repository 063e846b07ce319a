import { OtaiError, UnexpectedAnswerError } from "@otai/plugin-api/errors";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { answerReader } from "./answer-reader.ts";

const readAnswer = answerReader("Sampledesk");
const schema = z.object({ ticket: z.object({ id: z.number().transform(String), status: z.string() }) });

function failure(body: unknown, call: string): OtaiError {
  try {
    readAnswer(schema, body, call);
  } catch (error) {
    if (OtaiError.is(error)) return error;
  }
  throw new Error("it was accepted");
}

describe("readAnswer", () => {
  test("gives the part that is wanted and overlooks the rest", () => {
    const body = { ticket: { id: 7, status: "open", new_key: 1 }, more: [] };
    expect(readAnswer(schema, body, "GET /tickets/7")).toEqual({ ticket: { id: "7", status: "open" } });
  });

  test("names the call and what is not as promised", () => {
    const error = failure({ ticket: { id: "7" } }, "GET /tickets/7");
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error.message).toMatch(
      /^GET \/tickets\/7: the answer is not what Sampledesk promises \(ticket\.id: .+; ticket\.status: .+\)$/,
    );
    expect(failure(null, "GET /tickets/7").message).toContain("(body: ");
  });

  test("after a write it is unknown whether it happened, after a read nothing did", () => {
    expect(failure({}, "PUT /tickets/7").outcomeUnknown).toBe(true);
    expect(failure({}, "GET /tickets/7").outcomeUnknown).toBe(false);
  });
});
