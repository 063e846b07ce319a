import { baseUrl, transportParams } from "@otai/plugin-kit/params";
import { z } from "zod";

const domain = z
  .string()
  .transform((text) =>
    text
      .trim()
      .replace(/^https?:\/\//i, "")
      .replace(/[/?#].*$/, "")
      .replace(/\.freshdesk\.com$/i, "")
      .toLowerCase(),
  )
  .refine(
    (name) => /^[a-z0-9][a-z0-9-]*$/.test(name),
    "give the first part of yourcompany.freshdesk.com; an address of your own (CNAME) does not serve the API",
  );

const freshdeskBaseUrl = baseUrl.transform((url) => url.replace(/\/api\/v2$/i, ""));

/** The `params` of a Freshdesk connection in `config.yml`. */
export const freshdeskParams = z
  .strictObject({
    domain: domain.optional().describe("The first part of yourcompany.freshdesk.com."),
    base_url: freshdeskBaseUrl.optional().describe("Instead of domain: the address, with or without /api/v2."),
    api_key: z.string().trim().min(1).describe("API key of the bot agent (Profile settings → View API key)."),
    article_languages: z
      .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/))
      .default([])
      .describe("Languages of the knowledge base to read besides the primary one, e.g. [de, fr]."),
    ...transportParams,
  })
  .refine((params) => (params.domain === undefined) !== (params.base_url === undefined), {
    message: "give either domain (yourcompany) or base_url (https://yourcompany.freshdesk.com)",
    path: ["domain"],
  });

export type FreshdeskParams = z.output<typeof freshdeskParams>;

/** The address that agents open, without a trailing slash; the API lies under `/api/v2` of it. */
export function portalUrlOf(params: FreshdeskParams): string {
  return params.base_url ?? `https://${params.domain}.freshdesk.com`;
}
