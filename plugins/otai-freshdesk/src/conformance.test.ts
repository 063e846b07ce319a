import { ticketSystemSuite } from "@otai/conformance/ticket-system/ticket-system-suite";
import plugin from "./plugin.ts";

const { params, create } = plugin.ticketSystems.FreshdeskTicketsystemService!;

ticketSystemSuite({
  name: "Freshdesk",
  dialect: "freshdesk",
  create: (base_url, { credentials, timeoutSeconds: timeout, context }) => {
    const api_key = credentials === "right" ? "sandbox" : "not-the-key";
    return create(params.parse({ base_url, api_key, timeout }), context);
  },
});
