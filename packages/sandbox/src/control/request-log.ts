import type { RequestKind } from "../dialects/dialect.ts";

export interface LoggedRequest {
  /** Ascending from 1 since the sandbox started; survives a DELETE of the log. */
  seq: number;
  at: number;
  dialect: string;
  method: string;
  /** With the mount path, without the query. */
  path: string;
  query: string;
  /** As sent; long bodies are cut. */
  body: string;
  /** 0 when no answer was given. */
  status: number;
  kind: RequestKind;
  /** The injected fault that struck. */
  fault: string | null;
}

export interface RequestLog {
  add: (request: Omit<LoggedRequest, "seq">) => void;
  clear: () => void;
  /** Oldest first. */
  items: (filter: { kind?: RequestKind | undefined; after?: number | undefined }) => LoggedRequest[];
}

const BODY_LIMIT = 65_536;

/** Remembers the newest `capacity` API requests. */
export function createRequestLog(capacity = 200_000): RequestLog {
  let ring: LoggedRequest[] = [];
  let oldest = 0;
  let seq = 0;
  return {
    add(request) {
      seq += 1;
      const entry = { seq, ...request, body: request.body.slice(0, BODY_LIMIT) };
      if (ring.length < capacity) {
        ring.push(entry);
      } else {
        ring[oldest] = entry;
        oldest = (oldest + 1) % capacity;
      }
    },
    clear() {
      ring = [];
      oldest = 0;
    },
    items: ({ kind, after }) =>
      [...ring.slice(oldest), ...ring.slice(0, oldest)].filter(
        (entry) => (kind === undefined || entry.kind === kind) && (after === undefined || entry.seq > after),
      ),
  };
}
