import { ticketSystemSuite } from "./ticket-system/ticket-system-suite.ts";
import fd from "../../../plugins/otai-freshdesk/src/plugin.ts";
const { params, create } = fd.ticketSystems.FreshdeskTicketsystemService!;
const mutants: Record<string, (s: any) => void> = {
  doubleNote: (s) => { const f = s.write.addNote; s.write.addNote = async (i: any, n: any) => { try { return await f(i, n); } catch { return f(i, n); } }; },
  blind: (s) => { const f = s.write.updateTicket; s.write.updateTicket = async (i: any, u: any) => f(i, { ...u, expectedVersion: (await s.read.getTicket(i)).version }); },
  lossy: (s) => { const f = s.changes.listChanges; s.changes.listChanges = async (c: any) => { const p = await f(c); return { ...p, changes: p.changes.length > 50 ? p.changes.slice(1) : p.changes }; }; },
  doubled: (s) => { const f = s.changes.listChanges; s.changes.listChanges = async (c: any) => { const p = await f(c); return { ...p, changes: [...p.changes, ...p.changes.slice(-1)] }; }; },
  trusting: (s) => { s.webhooks.verify = () => ({ ok: true }); },
  stale: (s) => { const f = s.write.updateTicket; s.write.updateTicket = async (i: any, u: any) => { const r = await f(i, u); return { ...r, ticket: { ...r.ticket, updatedAt: r.ticket.updatedAt - 1000 } }; }; },
  silent: (s) => { const f = s.write.updateTicket; s.write.updateTicket = async (i: any, u: any) => ({ ...(await f(i, u)), refused: [] }); },
  swapped: (s) => { const f = s.read.getConversation; s.read.getConversation = async (i: any) => (await f(i)).map((m: any) => ({ ...m, private: false })); },
  first: (s) => { const f = s.read.getConversation; s.read.getConversation = async (i: any) => (await f(i)).slice(0, 100); },
  seconds: (s) => { const f = s.read.getTicket; s.read.getTicket = async (i: any) => { const t = await f(i); return { ...t, createdAt: t.createdAt / 1000 }; }; },
  listVersion: (s) => { const f = s.read.findTickets; s.read.findTickets = async function* (q: any) { for await (const t of f(q)) yield { ...t, version: "x" }; }; },
};
ticketSystemSuite({ name: "mutant", dialect: "freshdesk", create: (base_url, { credentials, timeoutSeconds: timeout, context }) => {
  const s = create(params.parse({ base_url, api_key: credentials === "right" ? "sandbox" : "no", timeout }), context) as any;
  mutants[process.env.MUTANT!]!(s); return s; } });
