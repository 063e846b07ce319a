/** A configuration that stands by itself; what a document shows in part is put under it. */
const ticketSystems = `ticket_systems:
  freshdesk:
    use: otai_freshdesk:FreshdeskTicketsystemService
    params: { domain: yourcompany, api_key: not-a-key }
`;

/** The block itself when it names its ticket systems, else with one put in front. */
export function wholeConfiguration(block: string): string {
  return /^ticket_systems:/m.test(block) ? block : `${ticketSystems}${block}`;
}

/** A value for each variable that the configuration names. */
export function dummyEnvironment(configuration: string): Record<string, string> {
  const names = [...configuration.matchAll(/get_env\('(\w+)'/g)].map(([, name]) => name!);
  return Object.fromEntries(
    names.map((name) => [name, name === "DATABASE_URL" ? "postgres://localhost/otai" : "not-a-secret"]),
  );
}

/** Solved tickets in plain words, enough to train and to test on. */
export function sampleTickets(rows: number): string {
  const topics = [
    ["Billing", "The invoice is wrong, please refund the second payment"],
    ["Technical", "The app crashes with an error when I log in"],
    ["Shipping", "My parcel has not arrived, where is the delivery"],
  ] as const;
  return Array.from({ length: rows }, (_, index) => {
    const [queue, text] = topics[index % topics.length]!;
    const created_at = new Date(Date.UTC(2026, 0, 5) + index * 3_600_000).toISOString();
    return `${JSON.stringify({ id: String(index), text: `${text} (order ${index})`, queue, created_at })}\n`;
  }).join("");
}
