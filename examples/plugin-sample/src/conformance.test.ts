import { ticketSystemSuite } from "@otai/conformance/ticket-system/ticket-system-suite";
import { createPlainDeskDialect } from "../dialect/plain-desk-dialect.ts";
import plugin from "./plugin.ts";

const { params, create } = plugin.ticketSystems.PlainDesk!;

ticketSystemSuite({
  name: "Plain Desk",
  dialect: "plain-desk",
  ownDialects: { "plain-desk": createPlainDeskDialect },
  create: (base_url, { credentials, timeoutSeconds: timeout, context }) => {
    const token = credentials === "right" ? "sandbox" : "not-the-token";
    return create(params.parse({ base_url, token, timeout }), context);
  },
});
