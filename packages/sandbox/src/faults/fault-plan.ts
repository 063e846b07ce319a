import type { Random } from "../desk/random.ts";
import type { RequestKind } from "../dialects/dialect.ts";

export const API_FAULTS = ["429", "5xx", "timeout", "reset", "slow", "garbled"] as const;
export const WEBHOOK_FAULTS = ["webhook-drop", "webhook-double", "webhook-reorder"] as const;
export type ApiFault = (typeof API_FAULTS)[number];
export type WebhookFault = (typeof WEBHOOK_FAULTS)[number];

/** Either a share of the calls (`rate`, 0..1, until removed) or the `next` so many. */
export interface Fault {
  kind: ApiFault | WebhookFault;
  rate?: number;
  next?: number;
  /** Only calls whose full path starts so. Not looked at for webhooks. */
  path?: string;
  /** Only calls of this kind. Not looked at for webhooks. */
  only?: RequestKind;
  /** Lets so many calls that would fit pass first. */
  skip?: number;
}

export interface FaultPlan {
  add: (fault: Fault) => void;
  clear: () => void;
  list: () => readonly Fault[];
  apiFault: (path: string, kind: RequestKind) => ApiFault | null;
  webhookFault: () => WebhookFault | null;
}

/** The first fault that fits and strikes wins; `next` is used up call by call. */
export function createFaultPlan(random: Random): FaultPlan {
  let faults: Fault[] = [];
  const strike = (fits: (fault: Fault) => boolean): Fault | null => {
    for (const fault of faults) {
      if (!fits(fault)) continue;
      if (fault.skip) {
        fault.skip -= 1;
        continue;
      }
      if (fault.next !== undefined) {
        fault.next -= 1;
        if (fault.next <= 0) faults = faults.filter((other) => other !== fault);
        return fault;
      }
      if (random() < (fault.rate ?? 0)) return fault;
    }
    return null;
  };
  const forApi = (fault: Fault) => (API_FAULTS as readonly string[]).includes(fault.kind);
  return {
    add: (fault) => faults.push({ ...fault }),
    clear: () => {
      faults = [];
    },
    list: () => faults.map((fault) => ({ ...fault })),
    apiFault: (path, kind) => {
      const fits = (fault: Fault) =>
        forApi(fault) && path.startsWith(fault.path ?? "") && (fault.only ?? kind) === kind;
      return (strike(fits)?.kind ?? null) as ApiFault | null;
    },
    webhookFault: () => (strike((fault) => !forApi(fault))?.kind ?? null) as WebhookFault | null,
  };
}
