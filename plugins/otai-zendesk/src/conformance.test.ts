import { ticketSystemSuite } from "@otai/conformance/ticket-system/ticket-system-suite";
import plugin from "./plugin.ts";

const { params, create } = plugin.ticketSystems.ZendeskTicketsystemService!;

ticketSystemSuite({
  name: "Zendesk",
  dialect: "zendesk",
  create: (base_url, { credentials, timeoutSeconds: timeout, context }) => {
    const api_token = credentials === "right" ? "sandbox" : "not-the-token";
    return create(params.parse({ base_url, email: "agent@sandbox.example", api_token, timeout }), context);
  },
});
