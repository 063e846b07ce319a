import { ticketSystemSuite } from "@otai/conformance/ticket-system/ticket-system-suite";
import plugin from "./plugin.ts";

const { params, create } = plugin.ticketSystems.OtoboTicketsystemService!;

ticketSystemSuite({
  name: "OTOBO",
  dialect: "otobo",
  create: (base_url, { credentials, timeoutSeconds: timeout, context }) => {
    const given = {
      base_url,
      timeout,
      username: "otai",
      password: credentials === "right" ? "sandbox" : "not-the-password",
      time_zone: "Europe/Berlin",
      search_limit: 1_000,
      batch_size: 100,
      fields: { Product: { kind: "choice", choices: ["shop", "app", "pos"] } },
      faq_webservice: "GenericFAQConnectorREST",
    };
    return create(params.parse(given), context);
  },
});
