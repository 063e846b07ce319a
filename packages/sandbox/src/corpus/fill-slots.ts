import type { Draw } from "./draw.ts";
import type { Slots } from "./expand-phrase.ts";
import type { Persona } from "./persona.ts";
import { CARRIERS, ERROR_CODES, PLANS, PRODUCTS } from "./phrases/goods.ts";

const DAY = 86_400_000;

/** How a language writes dates and sums in euros. */
export interface Notation {
  amount: (euros: number, cents: string) => string;
  /** `month` is its name. */
  longDate: (day: number, month: string) => string;
  shortDate: (day: string, month: string) => string;
}

interface SlotContext {
  draw: Draw;
  write: Notation;
  persona: Persona;
  /** When the ticket is written, milliseconds since epoch. */
  at: number;
  /** `{part}` takes a word of the list `part`; `month` has twelve. */
  words: Readonly<Record<string, readonly string[]>>;
}

/** The slots of one ticket. A digit at the end of a name (`order2`) asks for another value of the same sort. */
export function createSlots(context: SlotContext): Slots {
  const values = new Map<string, string>();
  return (name) => {
    const known = values.get(name);
    if (known !== undefined) return known;
    const sort = name.replace(/\d$/, "");
    const fill = FILLERS[sort];
    const list = context.words[sort];
    if (!fill && !list) throw new Error(`no such slot: {${name}}`);
    const taken = [...values].filter(([other]) => other.replace(/\d$/, "") === sort).map(([, value]) => value);
    let value = "";
    for (let tries = 0; tries < 6 && (value === "" || taken.includes(value)); tries++) {
      value = fill ? fill(context) : context.draw.pick(list!);
    }
    values.set(name, value);
    return value;
  };
}

const FILLERS: Readonly<Record<string, (context: SlotContext) => string>> = {
  order: ({ draw }) => `BW-${draw.integer(2_100_000, 8_999_999)}`,
  invoice: ({ draw, at }) => `RE-${new Date(at).getUTCFullYear()}-${draw.integer(10_000, 99_999)}`,
  amount: ({ draw, write }) => {
    const euros = draw.weighted([
      [draw.integer(4, 39), 4],
      [draw.integer(40, 199), 5],
      [draw.integer(200, 999), 1],
    ]);
    return write.amount(euros, draw.pick(["00", "50", "90", "95", "99"]));
  },
  product: ({ draw }) => draw.pick(PRODUCTS),
  plan: ({ draw }) => draw.pick(PLANS),
  carrier: ({ draw }) => draw.pick(CARRIERS),
  code: ({ draw }) => draw.pick(ERROR_CODES),
  version: ({ draw }) => `${draw.integer(3, 6)}.${draw.integer(0, 14)}.${draw.integer(0, 9)}`,
  tracking: ({ draw }) => `${draw.pick(["FP", "PK", "NK"])}${draw.integer(100_000_000, 999_999_999)}`,
  serial: ({ draw }) => `${draw.pick(["TP", "GX", "FN", "WT"])}${draw.integer(10, 99)}-${draw.integer(1_000, 9_999)}`,
  coupon: ({ draw }) => `${draw.pick(["HERBST", "SPRING", "WELCOME", "GARTEN"])}${draw.pick([5, 10, 15, 20])}`,
  ticket: ({ draw }) => String(draw.integer(1_000, 99_999)),
  quantity: ({ draw }) => String(draw.integer(2, 40)),
  days: ({ draw }) => String(draw.integer(3, 21)),
  time: ({ draw }) => `${draw.integer(7, 20)}:${draw.pick(["00", "10", "15", "30", "40", "45"])}`,
  date: (context) => dateOf(context, context.at - context.draw.integer(1, 45) * DAY, context.draw.chance(0.4)),
  soon: (context) => dateOf(context, context.at + context.draw.integer(2, 20) * DAY, false),
  year: ({ at }) => String(new Date(at).getUTCFullYear()),
  customer: ({ persona }) => persona.customerNumber,
  name: ({ persona }) => `${persona.first} ${persona.last}`,
  first: ({ persona }) => persona.first,
  last: ({ persona }) => persona.last,
  email: ({ persona }) => persona.email,
  phone: ({ persona }) => persona.phone,
  city: ({ persona }) => persona.city,
  street: ({ persona }) => persona.street,
  company: ({ persona }) => persona.company ?? persona.last,
};

function dateOf({ write, words }: SlotContext, instant: number, short: boolean): string {
  const date = new Date(instant);
  const [day, month] = [date.getUTCDate(), date.getUTCMonth()];
  if (short) return write.shortDate(String(day).padStart(2, "0"), String(month + 1).padStart(2, "0"));
  return write.longDate(day, words.month![month]!);
}
