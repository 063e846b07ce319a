import type { Instant } from "@otai/plugin-api/ticket";

/** Settings have one owner and a history; the newest version counts. */
export interface PolicyVersion {
  readonly id: string;
  readonly source: "yaml" | "cli" | "console" | "demotion";
  readonly by: string;
  readonly at: Instant;
  /** Connection name → field → settings. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Settings {
  addPolicyVersion(version: PolicyVersion): Promise<void>;
  latestPolicyVersion(): Promise<PolicyVersion | null>;
  /** One switch that stops all AI writes and keeps every setting. */
  isPaused(): Promise<boolean>;
  setPaused(paused: boolean): Promise<void>;
}

export interface Audit {
  add(entry: AuditEntry): Promise<void>;
  list(limit: number, cursor: string | null): Promise<{ items: readonly AuditEntry[]; nextCursor: string | null }>;
}
