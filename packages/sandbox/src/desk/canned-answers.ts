/** A text that agents keep for a question that comes often. */
export interface CannedAnswer {
  id: number;
  title: string;
  html: string;
  /** Name of the queue that it is offered in; `null` offers it in all. */
  queue: string | null;
  /** One agent's own. */
  personal: boolean;
}

const answer = (id: number, title: string, html: string, more: Partial<CannedAnswer> = {}): CannedAnswer => ({
  ...{ id: 80_000_620_000 + id, title, html, queue: null, personal: false },
  ...more,
});

export const CANNED_ANSWERS: readonly CannedAnswer[] = [
  answer(1, "Ask for the order number", "<p>Please send us the number of your order. It begins with BW.</p>"),
  answer(2, "Copy of an invoice", "<p>A copy of every invoice is in your account under <b>Orders</b>.</p>", {
    queue: "Billing",
  }),
  answer(3, "Rechnung als Kopie", "<p>Eine Kopie jeder Rechnung finden Sie in Ihrem Konto unter Bestellungen.</p>", {
    queue: "Billing",
  }),
  answer(4, "My holidays", "<p>I am away until Monday and answer then.</p>", { personal: true }),
];
