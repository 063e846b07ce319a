import { readFileSync } from "node:fs";
import { createTriageBench, type TriageBench } from "@otai/services/triage/testing/triage-bench";
import { type HttpBench, openHttpBench } from "./http-bench.ts";

const rulesFile = new URL("../../../../fixtures/service-api/triage/rules.json", import.meta.url);

/** As the reference's example has it, and a default, which every set of rules needs. */
export const someRules: readonly object[] = [
  ...JSON.parse(readFileSync(rulesFile, "utf8")).response,
  // biome-ignore lint/suspicious/noThenProperty: the published word
  { id: "r-rest", name: "Everything else", order: 99, then: { team: "support" } },
];

/** The triage service and the HTTP side over one store. */
export async function openTriageHttp(
  ...parts: Parameters<typeof createTriageBench>
): Promise<{ readonly service: TriageBench; readonly bench: HttpBench }> {
  const service = await createTriageBench(...parts);
  return { service, bench: await openHttpBench({ store: service.store, services: { triage: service.triage } }) };
}

export function send(method: string, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method, headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) };
}

export const post = (body: unknown): RequestInit => send("POST", body);

export async function problemOf(answer: Response) {
  return (await answer.json()) as { error_code: string; errors?: { field: string; message: string }[] };
}
