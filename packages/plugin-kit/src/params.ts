import { z } from "zod";

/** Parts that every HTTP ticket system's parameters have. Spread into a `z.strictObject`. */
export const transportParams = {
  timeout: z
    .number()
    .positive()
    .max(600)
    .default(10)
    .describe("Seconds until a call to the ticket system is given up."),
  verify: z
    .union([z.boolean(), z.string().min(1)])
    .default(true)
    .describe(
      "true, or the path of a CA bundle (PEM) to trust besides the public roots. false only with allow_insecure.",
    ),
  allow_insecure: z
    .boolean()
    .default(false)
    .describe("Accept verify: false or http:// for a host that is not this machine."),
};

/** An http(s) address without user info, query and fragment; trailing slashes are dropped. */
export const baseUrl = z
  .string()
  .transform((text) => text.trim().replace(/\/+$/, ""))
  .refine(isBaseUrl, "must be an http:// or https:// address without user name, query and fragment");

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && url.search === "" && url.hash === ""
  );
}
