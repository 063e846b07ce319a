import { isCancel, password, select, text } from "@clack/prompts";
import { ConfigError } from "@otai/plugin-api/errors";
import { type KnownSystem, knownSystems } from "./known-systems.ts";

/** Answers of a person at a terminal; Ctrl-C ends it with nothing written. */
export const ask = {
  async ticketSystem(): Promise<string> {
    const options = Object.entries(knownSystems).map(([value, { title }]) => ({ value, label: title }));
    return answered(await select({ message: "Which ticket system?", options }));
  },

  async text(message: string, placeholder?: string): Promise<string> {
    const validate = (value: string | undefined) => (value?.trim() ? undefined : "This is needed.");
    return answered(await text({ message, validate, ...(placeholder === undefined ? {} : { placeholder }) })).trim();
  },

  /** Empty when the person gives it later. */
  async key({ keyPlace }: KnownSystem, keyEnv: string): Promise<string> {
    const message = `API key (${keyPlace}); it goes into .env as ${keyEnv}, empty to give it later`;
    return answered(await password({ message })) ?? "";
  },
};

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) throw new ConfigError("stopped; nothing was written");
  return answer as Exclude<Answer, symbol>;
}
