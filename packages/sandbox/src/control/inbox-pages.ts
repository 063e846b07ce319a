import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { Desk } from "../desk/desk.ts";
import type { DeskTicket } from "../desk/desk-model.ts";
import { ticketSummary, ticketView } from "./ticket-view.ts";

const NEWEST = 100;

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#dde1e7, #363c47); --soft: light-dark(#f5f6f8, #1d2128); --dim: light-dark(#5d6673, #9aa3b0); --mark: #2563eb; }
* { box-sizing: border-box }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 68rem; padding: 1.5rem; }
h1 { font-size: 1.25rem } h2 { font-size: 1rem; margin-top: 2rem }
a { color: inherit; text-decoration: none } a:hover { text-decoration: underline }
.back { color: var(--mark) }
table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: 600; color: var(--dim) }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
tbody tr:hover { background: var(--soft) }
.dim { color: var(--dim) } .number { font-variant-numeric: tabular-nums; white-space: nowrap }
.chip { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .55rem; margin: 0 .25rem .15rem 0; font-size: .85em; white-space: nowrap }
.chip[data-word="urgent"], .chip[data-word="high"] { border-color: #d97706; color: light-dark(#b45309, #fbbf24) }
.message { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .9rem; margin: .7rem 0; overflow-wrap: anywhere; white-space: pre-wrap }
.note { background: light-dark(#fff8e1, #2c2716) }
`;

/** A small inbox to look at in the browser: the newest tickets, and each with its thread and history. Reads only. */
export function createInboxPages(desk: Desk): Hono {
  const pages = new Hono();
  pages.get("/", (c) => {
    const tickets = desk.ticketsById().slice(-NEWEST).reverse();
    const heading = `Inbox: the newest ${tickets.length} of ${desk.ticketsById().length} tickets`;
    return c.html(page("Sandbox inbox", html`<h1>${heading}</h1>${ticketTable(desk, tickets)}`));
  });
  pages.get("/tickets/:id", (c) => {
    const ticket = desk.ticket(Number(c.req.param("id")));
    if (!ticket)
      return c.html(
        page("No such ticket", html`<p>There is no such ticket. <a class="back" href="/">Inbox</a></p>`),
        404,
      );
    return c.html(page(`#${ticket.id} ${ticket.subject}`, ticketPage(desk, ticket)));
  });
  return pages;
}

type Html = ReturnType<typeof html>;

function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${raw(STYLE)}</style></head><body>${content}</body></html>`;
}

function ticketTable(desk: Desk, tickets: readonly DeskTicket[]): Html {
  const rows = tickets.map((ticket) => {
    const { queue, priority, status, tags, requester } = ticketSummary(desk, ticket);
    return html`<tr>
<td class="number dim">${ticket.id}</td>
<td><a href="/tickets/${ticket.id}">${ticket.subject || "(no subject)"}</a><br><span class="dim">${requester.name}</span></td>
<td>${queue ?? html`<span class="dim">not sorted</span>`}</td>
<td><span class="chip" data-word="${priority}">${priority}</span></td><td>${status}</td><td>${chips(tags)}</td>
<td class="number dim">${moment(ticket.createdAt)}</td></tr>`;
  });
  return html`<table><thead><tr><th>Id</th><th>Ticket</th><th>Queue</th><th>Priority</th><th>Status</th><th>Tags</th><th>Created</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function ticketPage(desk: Desk, ticket: DeskTicket): Html {
  const view = ticketView(desk, ticket);
  const messages = view.messages.map(
    (message) => html`<div class="message ${message.public ? "" : "note"}"><b>${message.name ?? message.actor}</b>
<span class="dim">${message.actor}, ${moment(message.at)}${message.public ? "" : ", internal note"}</span>
${message.body}</div>`,
  );
  const history = view.history.map(
    (
      entry,
    ) => html`<tr><td class="number dim">${moment(entry.at)}</td><td>${entry.name ?? entry.actor} <span class="dim">${entry.actor}</span></td>
<td>${entry.field}</td><td>${shown(entry.from)}</td><td>${shown(entry.to)}</td></tr>`,
  );
  return html`<p><a class="back" href="/">← Inbox</a></p><h1><span class="dim">#${ticket.id}</span> ${view.subject || "(no subject)"}</h1>
<p>${chips([view.queue ?? "not sorted", view.priority, view.status, ...view.tags])}</p>
<div class="message"><b>${view.requester.name}</b> <span class="dim">${view.requester.email}, ${moment(ticket.createdAt)}</span>
${view.body}</div>${messages}
<h2>History</h2><table><thead><tr><th>When</th><th>Who</th><th>What</th><th>From</th><th>To</th></tr></thead><tbody>${history}</tbody></table>`;
}

const chips = (words: readonly string[]) =>
  words.map((word) => html`<span class="chip" data-word="${word}">${word}</span>`);

const moment = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace("T", " ");

function shown(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
