import { ticketMetadata } from "@otai/core/learning/import-history";
import type { Triage } from "@otai/core/ports/triage";
import { suggestTriage } from "@otai/services/triage/suggest";
import type { LanguageDetector } from "@otai/text/language";
import type { Champions } from "./champions.ts";

/** The triage service inside this process, with the connection's own model. */
export function createInProcessTriage(champions: Champions, detector: LanguageDetector): Triage {
  return {
    async suggest({ connectionUid, ticket, precision }) {
      const serving = await champions.get(connectionUid);
      const input = {
        subject: ticket.subject,
        body: ticket.body,
        metadata: ticketMetadata(ticket),
        languageHint: ticket.language,
        precision,
      };
      return suggestTriage(input, serving, detector);
    },
  };
}
