import type { SetupFinding } from "@otai/plugin-api/setup";
import type { Account } from "./account.ts";

/** Our own web service, which ships with the plugin. */
export const webserviceSteps: readonly string[] = [
  "Admin → Web Services → Add Web Service → Import web service: choose webservice/otai.yml of this plugin",
  "The name of the web service becomes otai; set params.webservice: otai and params.routes: otai",
  "Leave its debug threshold at error: at debug, passwords and texts are kept in the debugger's table",
];

/** Events that the invoker is told of. */
export const invokerEvents: readonly string[] = [
  "TicketCreate",
  "ArticleCreate",
  "TicketQueueUpdate",
  "TicketPriorityUpdate",
  "TicketStateUpdate",
];

/** How the system is told to call us. Polling works without; a lost call is never repeated unless RequestRetry is set up. */
export function invokerSteps(
  { context, params }: Account,
  publicUrl: string | null,
): Pick<SetupFinding, "id" | "state" | "what" | "steps">[] {
  const origin = publicUrl?.replace(/\/+$/, "") ?? "https://<address of this installation>";
  const invoker = params.flavour === "znuny" ? "Ticket::Generic" : "Generic::PassThrough";
  return [
    {
      id: "invoker",
      state: "unknown",
      what: "Invoker that calls OTAI at events",
      steps: [
        "Admin → Web Services: open a web service, section OTOBO (Znuny, OTRS) as requester, network transport HTTP::REST, Configure",
        `Endpoint ${origin}; authentication BasicAuth with any user name and the secret of webhook.secret as password (or the header X-OTAI-Webhook-Secret)`,
        `Mapping of the invoker: controller /${params.flavour}/${context.connection}/events, method POST`,
        `Add invoker ${invoker}, name OTAI, and its events ${invokerEvents.join(", ")}, each asynchronous`,
        `Condition of each event: field ChangeBy, type regular expression, value ^(?!N$) with the number of the agent ${params.username} for N, so that our own writes do not call us`,
        "Error handling: add RequestRetry, else a failed call is lost (the change feed brings it later)",
      ],
    },
  ];
}
