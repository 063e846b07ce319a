import { z } from "zod";
import { httpUrl } from "./schema-words.ts";

/** What OTAI_API_KEY opens. */
export const generalScopes = ["triage", "reply", "qa", "sentiment", "kb", "admin", "read"] as const;

/** `qa_agent_view` shows scores by agent; nothing includes it, a person has to grant it by name. */
const scopes = [...generalScopes, "qa_agent_view"] as const;

export const server = z.strictObject({
  host: z.string().min(1).default("127.0.0.1").describe("Address to listen at; OTAI_HOST goes before it."),
  port: z.number().int().min(0).max(65_535).default(8080).describe("OTAI_PORT goes before it."),
  public_url: httpUrl.nullable().default(null).describe("Where ticket systems reach this installation, for webhooks."),
  cors: z.array(z.string().min(1)).default([]).describe("Origins of web pages that may call the services."),
  keys: z
    .array(
      z.strictObject({
        name: z.string().min(1).describe("For the audit; the key itself is never shown."),
        key: z.string().min(1),
        scopes: z
          .array(z.enum(scopes))
          .min(1)
          .describe("qa_agent_view shows scores of single agents; no other scope includes it, admin neither."),
      }),
    )
    .default([])
    .describe("Keys of programs that call the services."),
});

export const store = z.strictObject({
  url: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must be postgres://user:password@host/database")
    .nullable()
    .default(null)
    .describe("PostgreSQL; without it SQLite in the data folder. DATABASE_URL goes before it."),
});

export const privacy = z.strictObject({
  retention_days: z
    .strictObject({
      payload: z
        .number()
        .int()
        .min(1)
        .default(30)
        .describe("What webhook senders told of tickets, and traces of runs."),
      drafts: z
        .number()
        .int()
        .min(1)
        .default(90)
        .describe("Drafts, questions to the knowledge base, contents of writes."),
      decisions: z.number().int().min(1).default(395).describe("Decisions, runs, evaluations and sentiment."),
      training: z
        .number()
        .int()
        .min(1)
        .default(730)
        .describe("Solved tickets that are learned from, by when they were created."),
    })
    .prefault({}),
});

export const limits = z.strictObject({
  actions_per_ticket_per_hour: z.number().int().min(1).default(3),
  tokens_per_day: z
    .number()
    .int()
    .min(0)
    .default(1_000_000)
    .describe("Of language models, questions and answers together, until midnight UTC; 0 asks none."),
  spend_per_day: z
    .number()
    .min(0)
    .nullable()
    .default(null)
    .describe("What language models may cost until midnight UTC, by models.llm.price and in its currency."),
});
