import { setTimeout as sleep } from "node:timers/promises";
import { styleText } from "node:util";

interface Field {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly confidence: number | null;
  readonly decision: string;
  readonly would_be: string | null;
  readonly written: boolean;
  readonly reason: string;
  readonly why: string | null;
}

interface TriagedTicket {
  readonly ticket_id: string;
  readonly run_id: string;
  readonly language: string | null;
  readonly outcome: string;
  readonly fields: readonly Field[];
}

const widths = [7, 4, 34, 20, 6, 9] as const;
const headings = ["ticket", "lang", "queue", "priority", "sure", "decision"] as const;

/** Prints every newly triaged ticket as a line, by the HTTP API alone, until the signal ends it. */
export async function showLiveTable(url: string, stream: NodeJS.WriteStream, signal: AbortSignal): Promise<void> {
  const seen = new Set<string>();
  stream.write(`${paint(stream, "dim", line([...headings], "why"))}\n`);
  while (!signal.aborted) {
    const fresh = (await newest(url, signal)).filter(
      (ticket) => !seen.has(ticket.run_id) && ticket.outcome !== "running",
    );
    for (const ticket of fresh.reverse()) {
      seen.add(ticket.run_id);
      stream.write(`${row(ticket, stream)}\n`);
    }
    await sleep(700, undefined, { signal }).catch(() => {});
  }
}

async function newest(url: string, signal: AbortSignal): Promise<TriagedTicket[]> {
  try {
    const response = await fetch(`${url}/api/v1/tickets?limit=30`, { signal });
    return response.ok ? ((await response.json()) as { items: TriagedTicket[] }).items : [];
  } catch {
    // The server is going down, or busy; the next look tells.
    return [];
  }
}

function row(ticket: TriagedTicket, stream: NodeJS.WriteStream): string {
  const queue = ticket.fields.find((field) => field.field === "queue");
  const priority = ticket.fields.find((field) => field.field === "priority");
  const decision = queue === undefined ? "" : queue.written ? "written" : (queue.would_be ?? queue.decision);
  const cells = [
    `#${ticket.ticket_id}`,
    ticket.language ?? "?",
    move(queue),
    move(priority),
    queue?.confidence == null ? "" : `${Math.round(queue.confidence * 100)} %`,
    decision,
  ];
  const why = queue === undefined ? "" : queue.written ? (queue.why ?? queue.reason) : queue.reason;
  const room = Math.max(20, (stream.columns ?? 140) - widths.reduce((sum, width) => sum + width + 1, 0) - 1);
  const text = line(cells, why.length > room ? `${why.slice(0, room - 1)}…` : why);
  return decision === "written"
    ? paint(stream, "green", text)
    : decision === "suggest"
      ? paint(stream, "yellow", text)
      : paint(stream, "dim", text);
}

/** `Support → Billing`; an unwritten value stands in brackets. */
function move(field: Field | undefined): string {
  if (field === undefined || field.to === null) return "–";
  if (field.from === field.to) return field.to;
  const to = field.written ? field.to : `(${field.to})`;
  return field.from === null ? to : `${field.from} → ${to}`;
}

function line(cells: readonly string[], rest: string): string {
  return [...cells.map((cell, index) => cell.slice(0, widths[index]!).padEnd(widths[index]!)), rest].join(" ");
}

function paint(stream: NodeJS.WriteStream, color: "green" | "yellow" | "dim", text: string): string {
  return stream.isTTY ? styleText(color, text, { stream }) : text;
}
