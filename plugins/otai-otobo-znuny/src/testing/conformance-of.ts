import { ticketSystemSuite } from "@otai/conformance/ticket-system/ticket-system-suite";
import type { Flavour } from "../params.ts";
import plugin from "../plugin.ts";

const services = {
  otobo: "OtoboTicketsystemService",
  znuny: "ZnunyTicketsystemService",
  otrs: "OtrsTicketsystemService",
};

/** The interface does not tell the choices of a field. */
const fields = { Product: { kind: "choice", choices: ["shop", "app", "pos"] } };

/** The shared suite with one flavour, as configured by somebody who gives no more than has to be given. */
export function conformanceOf(dialect: Flavour): void {
  const { title, params, create } = plugin.ticketSystems[services[dialect]]!;
  ticketSystemSuite({
    name: title,
    dialect,
    deepestList: 1_000,
    botName: "otai",
    create: (base_url, { credentials, timeoutSeconds: timeout, context }) => {
      const password = credentials === "right" ? "sandbox" : "not-the-password";
      const faq_webservice = "GenericFAQConnectorREST";
      return create(params.parse({ base_url, username: "otai", password, timeout, fields, faq_webservice }), context);
    },
  });
}
