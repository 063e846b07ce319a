import { ServiceError } from "@otai/service-api/service-error";
import type { QaTransaction } from "../ports/qa.ts";
import { type Caller, mayViewAgents } from "./caller.ts";

/**
 * Notes that somebody looked at single agents. Such views are off unless a key has been given the scope; in several countries
 * they want an agreement with the staff's representatives first.
 */
export async function auditAgentView(
  tx: QaTransaction,
  view: { readonly id: string; readonly at: number; readonly caller: Caller; readonly subject: string },
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { id, at, caller, subject } = view;
  await tx.audit.add({ id, at, actor: caller.actor, action: "qa-agent-view", subject, details });
}

/** @throws ServiceError `FORBIDDEN` */
export function requireAgentView(caller: Caller): void {
  if (!mayViewAgents(caller))
    throw new ServiceError("FORBIDDEN", "Grouping by agent needs a key with the scope qa_agent_view");
}
