import { baseUrl, transportParams } from "@otai/plugin-kit/params";
import { z } from "zod";

/** The `params` of a Plain Desk connection in `config.yml`. */
export const plainDeskParams = z.strictObject({
  base_url: baseUrl.describe("The address of the desk, e.g. https://desk.yourcompany.example."),
  // Replace: what your helpdesk wants to know you by.
  token: z.string().min(1).describe("Access token of the bot agent."),
  ...transportParams,
});

export type PlainDeskParams = z.output<typeof plainDeskParams>;
