import type { Draw } from "./draw.ts";
import type { Slots } from "./expand-phrase.ts";
import { createSlots } from "./fill-slots.ts";
import type { Intent, Pressure } from "./parse-phrases.ts";
import { drawPersona, type Persona } from "./persona.ts";
import { LANGUAGE_SHARES } from "./languages.ts";
import type { CorpusLanguage } from "./phrases/language.ts";
import { FOREIGN_LETTERS, type ForeignLetter } from "./phrases/unsupported.ts";
import { QUEUE_KEYS, QUEUES, type QueueKey } from "./queues.ts";
import type { TicketKind, TicketPriority } from "./simulated-ticket.ts";

/** What a letter is about, before it is worded. */
export interface Matter {
  kind: TicketKind;
  /** Of the letter; of the agents where the letter is foreign. */
  language: CorpusLanguage;
  /** The letter in a language that nobody at the desk reads. */
  foreign: ForeignLetter | null;
  persona: Persona;
  /** Where the ticket belongs. */
  queue: QueueKey;
  /** What the customer wants; of another queue where a furious letter is a complaint at heart. */
  intent: Intent;
  /** A second topic that the customer may bring up. */
  side: { queue: QueueKey; intent: Intent };
  priority: TicketPriority;
  slots: Slots;
}

export const PRIORITIES: readonly TicketPriority[] = ["low", "normal", "high", "urgent"];

const QUEUE_SHARES = QUEUE_KEYS.map((key) => [key, QUEUES[key].share] as const);

const PRIORITY_WEIGHTS: Readonly<Record<Pressure, readonly number[]>> = {
  calm: [30, 59, 9, 2],
  usual: [12, 61, 21, 6],
  pressing: [4, 38, 41, 17],
};

export function drawMatter(draw: Draw, seed: number, at: number, kind: TicketKind): Matter {
  const language = draw.weighted(LANGUAGE_SHARES);
  const foreign = kind === "unsupported-language" ? draw.pick(FOREIGN_LETTERS) : null;
  const persona = drawPersona(draw, seed, foreign?.language ?? language.code);
  const topic = foreign?.queue ?? (kind === "spam" ? drawSpamQueue(draw) : draw.weighted(QUEUE_SHARES));
  const intent = draw.pick(language.intents[topic]);
  const neighbour = draw.pick(QUEUES[topic].neighbours);
  const { locale } = language;
  return {
    kind,
    language,
    foreign,
    persona,
    queue: kind === "angry" && draw.chance(0.4) ? "complaints" : topic,
    intent,
    side: { queue: neighbour, intent: draw.pick(language.intents[neighbour]) },
    priority: drawPriority(draw, intent.pressure, kind, persona.vip),
    slots: createSlots({ draw, locale, persona, at, words: language.manners }),
  };
}

/** Where agents put what nobody wants. */
function drawSpamQueue(draw: Draw): QueueKey {
  return draw.weighted([
    ["sales", 6],
    ["billing", 2],
    ["technical", 1],
  ]);
}

function drawPriority(draw: Draw, pressure: Pressure, kind: TicketKind, vip: boolean): TicketPriority {
  if (kind === "spam" || kind === "out-of-office") return "low";
  const shift = vip || kind === "angry" ? 2 : 1;
  const weights = PRIORITY_WEIGHTS[pressure].map((weight, level) => weight * shift ** level);
  return draw.weighted(PRIORITIES.map((priority, level) => [priority, weights[level]!]));
}
