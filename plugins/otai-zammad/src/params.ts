import { priorities, statuses } from "@otai/plugin-api/ticket";
import { baseUrl, transportParams } from "@otai/plugin-kit/params";
import { z } from "zod";

const attributeName = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]*$/, "must be the attribute's Name under Objects, e.g. ai_category");

const configuredField = z.union([
  attributeName.transform((name) => ({ name, label: name, choices: null as readonly string[] | null })),
  z
    .strictObject({
      name: attributeName,
      label: z.string().min(1).optional(),
      choices: z.array(z.string().min(1)).min(1).optional(),
    })
    .transform(({ name, label, choices }) => ({
      name,
      label: label ?? name,
      choices: (choices ?? null) as readonly string[] | null,
    })),
]);

/** The `params` of a Zammad connection in `config.yml`. */
export const zammadParams = z
  .strictObject({
    base_url: baseUrl
      .transform((url) => url.replace(/\/api\/v1$/i, ""))
      .describe("Address of the installation, with or without /api/v1."),
    token: z.string().trim().min(1).optional().describe("Access token of the bot agent (Profile → Token Access)."),
    bearer_token: z.string().trim().min(1).optional().describe("Instead of token: an OAuth access token."),
    username: z.string().trim().min(1).optional().describe("Instead of token: login of the bot agent, with password."),
    password: z.string().min(1).optional().describe("Password of username."),
    fields: z
      .array(configuredField)
      .default(["ai_category", "ai_urgency", "ai_confidence"].map((name) => ({ name, label: name, choices: null })))
      .describe("Ticket attributes to use where the token may not read Objects: names, or {name, label, choices}."),
    user_fields: z
      .array(attributeName)
      .default(["sentiment_score", "escalation_risk"])
      .describe("User attributes to use where the token may not read Objects."),
    states: z
      .record(z.string(), z.enum(statuses))
      .default({})
      .describe("What states mean, by name, where their type does not tell, e.g. {with vendor: pending}."),
    priorities: z
      .record(z.string(), z.enum(priorities))
      .default({})
      .describe("What priorities mean, by name, where neither word nor number tells, e.g. {Gold: urgent}."),
    overlap: z
      .number()
      .min(0)
      .max(3600)
      .default(60)
      .describe("Seconds that every look for changes reaches back, for what the search shows late."),
    page_size: z
      .int()
      .min(2)
      .max(200)
      .default(100)
      .describe("Tickets per page of the search; some old versions give 50 or 12 at most."),
    search_window: z
      .int()
      .min(200)
      .max(1_000_000)
      .default(10_000)
      .describe("How deep pages of one search go (Elasticsearch: 10000)."),
    bundled_webhooks: z
      .boolean()
      .default(true)
      .describe("One delivery may stand for several changes: everything that it may mean is looked at."),
    ...transportParams,
  })
  .superRefine((params, context) => {
    const wrong = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    const { token, bearer_token, username, password } = params;
    const given = Object.entries({ token, bearer_token, username }).filter(([, value]) => value !== undefined);
    if (given.length === 0) wrong("token", "is missing: give token, bearer_token, or username and password");
    if (given.length > 1) wrong(given[1]![0], `stands beside ${given[0]![0]}: give one of them`);
    if (username !== undefined && password === undefined) wrong("password", "is missing: username is used with it");
    if (password !== undefined && username === undefined) wrong("username", "is missing: password is used with it");
  });

export type ZammadParams = z.output<typeof zammadParams>;

export function authorization({ token, bearer_token, username, password }: ZammadParams): string {
  if (token !== undefined) return `Token token=${token}`;
  if (bearer_token !== undefined) return `Bearer ${bearer_token}`;
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
