import { OtaiError } from "@otai/plugin-api/errors";
import type { SetupOptions } from "@otai/plugin-api/setup";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { type Check, type Finding, ok } from "./check.ts";

/** Who are we there, what may be read, and what the set-up lacks. The first refusal ends it: the rest would fail alike. */
export function checkConnection(
  name: string,
  plugin: string,
  system: TicketSystem,
  options: () => Promise<SetupOptions>,
): Check {
  return {
    title: `${name} (${plugin})`,
    async run() {
      const findings: Finding[] = [];
      try {
        const { label, botUser } = await system.read.identify();
        findings.push(ok(`connected to ${label}${botUser === null ? "" : ` as ${botUser.name}`}`));
        if (botUser === null) findings.push(unknownBotUser);
        if (system.read.listQueues) findings.push(counted((await system.read.listQueues()).length, "queue"));
        if (system.read.listFields) findings.push(counted((await system.read.listFields()).length, "field"));
        for (const { state, what, steps } of (await system.setup?.check(await options())) ?? []) {
          findings.push({ state, what, steps });
        }
      } catch (error) {
        if (!OtaiError.is(error)) throw error;
        findings.push({ state: "failed", what: error.message, steps: stepsAfter(error, name) });
      }
      return findings;
    },
  };
}

/** What a person can do about a refusal; what went wrong stands in the message already. */
function stepsAfter({ code }: OtaiError, name: string): string[] {
  const params = `ticket_systems.${name}.params`;
  if (code === "authentication")
    return [`The key or token is not accepted: compare it with ${params}, or make a new one.`];
  if (code === "permission") return ["Give the account behind the key the rights that the plugin's README names."];
  if (code === "unexpected-answer")
    return [`Something else answers at this address: check domain or base_url in ${params}.`];
  return code === "unavailable" ? [`Check domain or base_url in ${params}, and whether this machine reaches it.`] : [];
}

const unknownBotUser: Finding = {
  state: "unknown",
  what: "which user's changes are our own",
  steps: ["Give the id of the user behind the key as bot_user beside use."],
};

function counted(count: number, noun: string): Finding {
  if (count === 0)
    return { state: "missing", what: `no ${noun} can be seen; the account may lack the right`, steps: [] };
  return ok(`${count} ${noun}${count === 1 ? "" : "s"} found`);
}
