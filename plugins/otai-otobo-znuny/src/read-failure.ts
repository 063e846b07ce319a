import {
  AuthenticationError,
  NotFoundError,
  type OtaiError,
  RefusedError,
  UnavailableError,
  UnexpectedAnswerError,
} from "@otai/plugin-api/errors";
import type { RawAnswer } from "@otai/plugin-kit/http-answer";
import { z } from "zod";
import { refusedFields } from "./refused-fields.ts";

const failureBody = z.object({
  Error: z.object({ ErrorCode: z.string().nullish(), ErrorMessage: z.string().nullish() }).nullish(),
  faultstring: z.string().nullish(),
  faultcode: z.string().nullish(),
});

/**
 * What an answer means that is none, or `null`. The status says almost nothing: errors come with 200, and a 500 of the type
 * text/plain may hold JSON. So the body is read first (OT-1, OT-2).
 */
export function readFailure(answer: RawAnswer): OtaiError | null {
  const body = failureBody.safeParse(answer.body).data;
  // The FAQ's way to say that there is none.
  if (body?.Error?.ErrorCode?.endsWith(".NotFAQData")) return null;
  if (body?.Error != null) return errorOf(body.Error.ErrorCode ?? "", body.Error.ErrorMessage ?? "", answer);
  if (body?.faultstring != null || body?.faultcode != null) return faultOf(body.faultstring ?? "", answer);
  if (answer.status === 413) {
    return new RefusedError(`${called(answer)}: the text is longer than the web service takes (its MaxLength)`, [], {
      url: answer.url,
      status: 413,
    });
  }
  return answer.status === 500 ? serverError(answer) : null;
}

/** The stable part of a code stands behind its dot: `TicketGet.AccessDenied`. */
function errorOf(code: string, message: string, answer: RawAnswer): OtaiError {
  const suffix = code.split(".").at(-1);
  const said = `${called(answer)}: ${message || code || "an error without explanation"}`;
  const facts = { url: answer.url, status: answer.status };
  if (code.startsWith("SessionCreate.")) {
    return new AuthenticationError(`${said} Are username and password right, and is the agent active?`, facts);
  }
  if (suffix === "AuthFail" || suffix === "SessionInvalid") return new AuthenticationError(said, facts);
  if (/UserLogin.*SessionID is required/.test(message)) {
    return new AuthenticationError(`${said} Our call carried no credentials; does a proxy drop them?`, facts);
  }
  if (suffix === "AccessDenied" && /access to the ticket/.test(message)) {
    return new NotFoundError(`${said} It does not exist, or the agent may not see it.`, facts);
  }
  const right = suffix === "AccessDenied" ? " The agent lacks this right." : "";
  return new RefusedError(`${said}${right}`, refusedFields(message), facts);
}

/** Thrown in the middle of the work: what came before it is written. One that names nothing may pass by itself. */
function faultOf(text: string, answer: RawAnswer): OtaiError {
  const message = `${called(answer)}: ${text.trim() || "the server failed without explanation"}`;
  const facts = { url: answer.url, status: answer.status, outcomeUnknown: answer.method !== "GET" };
  const fields = refusedFields(text);
  return fields.length === 0 ? new UnavailableError(message, facts) : new RefusedError(message, fields, facts);
}

function serverError(answer: RawAnswer): OtaiError | null {
  const text = answer.text.trim();
  const facts = { url: answer.url, status: 500 };
  const wrong = (what: string, outcomeUnknown: boolean) =>
    new UnexpectedAnswerError(`${called(answer)}: ${what}`, { ...facts, outcomeUnknown });
  if (text === "") {
    const what = "the web service is unknown or switched off (or the request was larger than WebMaxFileUpload)";
    // A server that dies in the middle of it says nothing either.
    return wrong(what, answer.method !== "GET");
  }
  if (text.startsWith("HTTP::REST")) {
    return wrong(
      `the web service has no such route or method; compare params.routes with it (${text.slice(0, 200)})`,
      false,
    );
  }
  if (/request content/.test(text)) {
    return new RefusedError(`${called(answer)}: the request could not be read (${text.slice(0, 200)})`, [], facts);
  }
  return new UnavailableError(`${called(answer)}: ${text.slice(0, 200)}`, {
    ...facts,
    outcomeUnknown: answer.method !== "GET",
  });
}

function called({ method, url }: RawAnswer): string {
  return `${method} ${url}`;
}
