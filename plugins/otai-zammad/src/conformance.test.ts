import { ticketSystemSuite } from "@otai/conformance/ticket-system/ticket-system-suite";
import plugin from "./plugin.ts";

const { params, create } = plugin.ticketSystems.ZammadTicketsystemService!;

ticketSystemSuite({
  name: "Zammad",
  dialect: "zammad",
  deepestList: 10_000,
  create: (base_url, { credentials, timeoutSeconds: timeout, context }) => {
    const token = credentials === "right" ? "sandbox" : "not-the-token";
    return create(params.parse({ base_url, token, timeout }), context);
  },
});
