import { ConfigError } from "@otai/plugin-api/errors";
import { z } from "zod";
import type { Environ } from "./expand-template.ts";

const port = z.coerce.number().int().min(0).max(65_535).refine(Number.isInteger);
const url = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
const text = z.string();

/** Every environment variable that OTAI reads, for the reference too. */
export const environmentVariables = {
  OTAI_HOST: { schema: text, wanted: "an address", fallback: "127.0.0.1", about: "Address to listen at." },
  OTAI_PORT: {
    schema: port,
    wanted: "a port (0 to 65535)",
    fallback: "8080",
    about: "Port of all services and the console.",
  },
  OTAI_SANDBOX_PORT: { schema: port, wanted: "a port (0 to 65535)", fallback: "9000", about: "Port of the sandbox." },
  OTAI_DATA_DIR: {
    schema: text,
    wanted: "a folder",
    fallback: "./.otai",
    about: "SQLite store, models, pid, secret key.",
  },
  DATABASE_URL: {
    schema: text.regex(/^postgres(ql)?:\/\//),
    wanted: "postgres://user:password@host/database",
    fallback: "",
    about: "Moves store and queue to PostgreSQL.",
  },
  OTAI_API_KEY: {
    schema: text,
    wanted: "a key",
    fallback: "",
    about: "Key of the services; required unless bound to loopback.",
  },
  OTAI_SECRET_KEY: {
    schema: text,
    wanted: "a key",
    fallback: "",
    about: "Seals stored ticket text; else secret.key in the data folder. Previous keys follow after a comma.",
  },
  OTAI_SERVICE_API_KEY: {
    schema: text,
    wanted: "a key",
    fallback: "",
    about: "Sent as X-API-Key to services that are elsewhere.",
  },
  TRIAGE_URL: { schema: url, wanted: "an http(s) address", fallback: "", about: "Triage elsewhere." },
  REPLY_URL: { schema: url, wanted: "an http(s) address", fallback: "", about: "Reply elsewhere." },
  QA_URL: { schema: url, wanted: "an http(s) address", fallback: "", about: "QA elsewhere." },
  SENTIMENT_URL: { schema: url, wanted: "an http(s) address", fallback: "", about: "Sentiment elsewhere." },
  KB_URL: { schema: url, wanted: "an http(s) address", fallback: "", about: "Knowledge base elsewhere." },
} as const;

/** What the environment says; `null` where it says nothing and there is no default of its own. */
export interface Environment {
  readonly host: string | null;
  readonly port: number | null;
  readonly sandboxPort: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly apiKey: string | null;
  readonly secretKey: string | null;
  /** For services elsewhere. */
  readonly serviceApiKey: string | null;
  readonly serviceUrls: Readonly<Record<"triage" | "reply" | "qa" | "sentiment" | "kb", string | null>>;
}

/** Reads all variables; an empty one counts as not set. @throws ConfigError naming every wrong one. */
export function readEnvironment(env: Environ): Environment {
  const wrong: string[] = [];
  const read = <Name extends keyof typeof environmentVariables>(name: Name) => {
    type Value = z.output<(typeof environmentVariables)[Name]["schema"]>;
    const value = env[name]?.trim();
    if (value === undefined || value === "") return null;
    const { schema, wanted } = environmentVariables[name];
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data as Value;
    wrong.push(`environment variable ${name}: must be ${wanted}`);
    return null;
  };
  const environment: Environment = {
    host: read("OTAI_HOST"),
    port: read("OTAI_PORT"),
    sandboxPort: read("OTAI_SANDBOX_PORT") ?? Number(environmentVariables.OTAI_SANDBOX_PORT.fallback),
    dataDir: read("OTAI_DATA_DIR") ?? environmentVariables.OTAI_DATA_DIR.fallback,
    databaseUrl: read("DATABASE_URL"),
    apiKey: read("OTAI_API_KEY"),
    secretKey: read("OTAI_SECRET_KEY"),
    serviceApiKey: read("OTAI_SERVICE_API_KEY"),
    serviceUrls: {
      triage: read("TRIAGE_URL"),
      reply: read("REPLY_URL"),
      qa: read("QA_URL"),
      sentiment: read("SENTIMENT_URL"),
      kb: read("KB_URL"),
    },
  };
  if (wrong.length > 0) throw new ConfigError(wrong.join("\n"));
  return environment;
}
