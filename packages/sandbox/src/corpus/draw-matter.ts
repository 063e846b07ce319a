import type { Draw } from "./draw.ts";
import type { Slots } from "./expand-phrase.ts";
import { createSlots } from "./fill-slots.ts";
import { LANGUAGE_SHARES } from "./languages.ts";
import type { Intent, Pressure } from "./parse-phrases.ts";
import { drawPersona, type Persona } from "./persona.ts";
import type { CorpusLanguage } from "./phrases/language.ts";
import { FOREIGN_LETTERS, type ForeignLetter } from "./phrases/unsupported.ts";
import { QUEUE_KEYS, QUEUES, type QueueKey } from "./queues.ts";
import type { TicketKind, TicketPriority } from "./simulated-ticket.ts";

/** How much a letter gives away: one topic, two of them, a hint that fits several queues, or hardly a word. */
export type Clarity = "clear" | "mixed" | "hazy" | "terse";

/** Percent. Tuned so that a plain linear model gets 80 to 88 % of the queues right, as on real desks. */
const CLARITIES: readonly (readonly [Clarity, number])[] = [
  ["clear", 68],
  ["mixed", 14],
  ["hazy", 12],
  ["terse", 6],
];

interface Topic {
  queue: QueueKey;
  intent: Intent;
}

/** What a letter is about, before it is worded. */
export interface Matter extends Topic {
  kind: TicketKind;
  /** Of the letter; of the agents where the letter is foreign. */
  language: CorpusLanguage;
  /** The letter in a language that nobody at the desk reads. */
  foreign: ForeignLetter | null;
  persona: Persona;
  clarity: Clarity;
  /** A second topic that the customer may bring up; the ticket belongs to the first. */
  side: Topic;
  priority: TicketPriority;
  slots: Slots;
}

export const PRIORITIES: readonly TicketPriority[] = ["low", "normal", "high", "urgent"];

/** Where agents put what nobody wants: mostly it wants to sell something. */
const SPAM_QUEUE: QueueKey = "sales";
const QUEUE_SHARES = QUEUE_KEYS.map((key) => [key, QUEUES[key].share] as const);

const PRIORITY_WEIGHTS: Readonly<Record<Pressure, readonly number[]>> = {
  calm: [33, 64, 2, 1],
  usual: [8, 78, 12, 2],
  pressing: [1, 12, 60, 27],
};

export function drawMatter(draw: Draw, seed: number, at: number, kind: TicketKind): Matter {
  const language = draw.weighted(LANGUAGE_SHARES);
  const foreign = kind === "unsupported-language" ? draw.pick(FOREIGN_LETTERS) : null;
  const persona = drawPersona(draw, seed, foreign?.language ?? language.code);
  const topic = foreign?.queue ?? (kind === "spam" ? SPAM_QUEUE : draw.weighted(QUEUE_SHARES));
  const about = (queue: QueueKey): Topic => ({ queue, intent: draw.pick(language.intents[queue]) });
  // Fury about an invoice is a matter for billing, unless the customer complains in so many words.
  const complains = kind === "angry" && draw.chance(0.4);
  const main = about(complains ? "complaints" : topic);
  const side = about(complains && topic !== "complaints" ? topic : draw.pick(QUEUES[main.queue].neighbours));
  // What came by itself is as plain as it looks.
  const clarity = foreign || kind === "spam" || kind === "out-of-office" ? "clear" : draw.weighted(CLARITIES);
  const priority = drawPriority(draw, main.intent.pressure, kind, persona.vip);
  const slots = createSlots({ draw, write: language.notation, persona, at, words: language.words });
  return { kind, language, foreign, persona, clarity, ...main, side, priority, slots };
}

function drawPriority(draw: Draw, pressure: Pressure, kind: TicketKind, vip: boolean): TicketPriority {
  if (kind === "spam" || kind === "out-of-office") return "low";
  const shift = vip || kind === "angry" ? 2 : 1;
  const weights = PRIORITY_WEIGHTS[pressure].map((weight, level) => weight * shift ** level);
  return draw.weighted(PRIORITIES.map((priority, level) => [priority, weights[level]!]));
}
