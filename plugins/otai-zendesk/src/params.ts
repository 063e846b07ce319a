import { baseUrl, transportParams } from "@otai/plugin-kit/params";
import { z } from "zod";

/** The subdomain alone, `x.zendesk.com`, or an address copied from the browser. */
const domain = z
  .string()
  .transform((text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/\/.*$/, "")
      .replace(/\.zendesk\.com$/, ""),
  )
  .refine(
    (text) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text),
    "must be the subdomain of the account, for instance yourcompany for https://yourcompany.zendesk.com (not the address of a branded help center)",
  );

/** Parameters as they stand in the configuration. */
export const zendeskParams = z
  .strictObject({
    domain: domain.optional().describe("Subdomain: yourcompany for https://yourcompany.zendesk.com."),
    base_url: baseUrl
      .transform((url) => url.replace(/\/api\/v2$/, ""))
      .optional()
      .describe("Instead of domain: the whole address, with or without /api/v2."),
    email: z
      .string()
      .trim()
      .min(3)
      .optional()
      .describe(
        "E-mail address of the agent that the API token is used with; this agent's role decides what is allowed.",
      ),
    api_token: z.string().min(1).optional().describe("API token (Admin Center, Apps and integrations, APIs)."),
    oauth_token: z.string().min(1).optional().describe("Instead of email and api_token: an OAuth access token."),
    article_languages: z
      .array(
        z
          .string()
          .regex(/^[a-z]{2,3}(-[a-z0-9]{2,4})?$/i, "must be a locale of the help center, for instance de or en-us"),
      )
      .default([])
      .describe("Languages of the help center to read besides the default one, for instance [de, fr]."),
    ...transportParams,
  })
  .superRefine((params, context) => {
    const wrong = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    if (params.domain === undefined && params.base_url === undefined) {
      wrong("domain", "is missing: give domain (yourcompany) or base_url");
    }
    if (params.domain !== undefined && params.base_url !== undefined) {
      wrong("base_url", "stands beside domain: give one of them");
    }
    if (params.oauth_token !== undefined) {
      if (params.api_token !== undefined) wrong("api_token", "stands beside oauth_token: give one of them");
      return;
    }
    if (params.api_token === undefined) wrong("api_token", "is missing: give email and api_token, or oauth_token");
    else if (params.email === undefined) wrong("email", "is missing: an api_token is used with an agent's address");
  });

export type ZendeskParams = z.output<typeof zendeskParams>;

/** The account's address without `/api/v2` and without a trailing slash. */
export function portalUrlOf(params: ZendeskParams): string {
  return params.base_url ?? `https://${params.domain}.zendesk.com`;
}

/** The Authorization header. People paste the address with and without the `/token` that Zendesk wants behind it. */
export function authorization(params: ZendeskParams): string {
  if (params.oauth_token !== undefined) return `Bearer ${params.oauth_token}`;
  const user = (params.email ?? "").replace(/\/token$/, "");
  return `Basic ${Buffer.from(`${user}/token:${params.api_token}`).toString("base64")}`;
}
