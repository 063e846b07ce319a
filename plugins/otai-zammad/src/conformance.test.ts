import { ticketSystemSuite } from "@otai/conformance/ticket-system/ticket-system-suite";
import plugin from "./plugin.ts";

const { params, create } = plugin.ticketSystems.ZammadTicketsystemService!;

/** Every ticket costs calls of its own, so the depth at which a search is asked anew is a tenth of the usual one. */
const search_window = 1_000;

ticketSystemSuite({
  name: "Zammad",
  dialect: "zammad",
  deepestList: search_window,
  create: (base_url, { credentials, timeoutSeconds: timeout, context }) => {
    const token = credentials === "right" ? "sandbox" : "not-the-token";
    return create(params.parse({ base_url, token, timeout, search_window }), context);
  },
});
