import { composeLetter } from "./compose-letter.ts";
import { createDraw, type Draw, fingerprint } from "./draw.ts";
import { drawMatter, type Matter } from "./draw-matter.ts";
import { expandPhrase } from "./expand-phrase.ts";
import { type Letter, letterHtml, letterText } from "./letter.ts";
import { dropAccents, misspell } from "./misspell.ts";
import { injections } from "./phrases/injections.ts";
import { QUEUE_KEYS, QUEUES } from "./queues.ts";
import type { SimulatedTicket, TicketChannel, TicketKind } from "./simulated-ticket.ts";

/** A ticket that nobody has touched, and what it is about. */
export interface WrittenTicket {
  ticket: SimulatedTicket;
  matter: Matter;
}

/** Texts of the past and texts to come are worded apart, so that no arrival repeats the history verbatim. */
export type Era = "history" | "arrivals";

export interface Occasion {
  seed: number;
  era: Era;
  /** Tells the tickets of an era apart. */
  index: number;
  /** Milliseconds since epoch. */
  at: number;
}

/** Percent; duplicates and merged pairs are made of tickets that are there already. */
const KINDS: readonly (readonly [TicketKind, number])[] = [
  ["ordinary", 90.7],
  ["spam", 2.6],
  ["out-of-office", 1.5],
  ["angry", 2.6],
  ["injection", 1.1],
  ["unsupported-language", 1.5],
];

/** Somebody writes to the desk for the first time about something. */
export function writeTicket(occasion: Occasion): WrittenTicket {
  return reword(occasion, (draw) => {
    const kind = draw.weighted(KINDS);
    const matter = drawMatter(draw, occasion.seed, occasion.at, kind);
    return writeAbout(draw, matter, occasion.at);
  });
}

/** The same customer writes about the same matter once more, in other words. */
export function writeAgain(occasion: Occasion, matter: Matter): WrittenTicket {
  return reword(occasion, (draw) => writeAbout(draw, { ...matter, kind: "merged", clarity: "clear" }, occasion.at));
}

/** The same mail comes a second time, sometimes with a remark. */
export function sendAgain(occasion: Occasion, original: WrittenTicket): WrittenTicket {
  const { ticket, matter } = original;
  return reword(occasion, (draw) => {
    const remark = draw.chance(0.5)
      ? `${expandPhrase(draw.pick(matter.language.manners.resend), draw, matter.slots)}\n\n`
      : "";
    const again = {
      ...ticket,
      kind: "duplicate" as const,
      body: remark + ticket.body,
      html: null,
      createdAt: occasion.at,
    };
    return { ticket: again, matter };
  });
}

/** Each era owns the texts of one half of all fingerprints; about every second wording is thrown away. */
function reword({ seed, era, index }: Occasion, write: (draw: Draw) => WrittenTicket): WrittenTicket {
  const parity = era === "history" ? 0 : 1;
  for (let attempt = 0; ; attempt++) {
    const written = write(createDraw(seed, era, index, attempt));
    if (fingerprint(written.ticket.body) % 2 === parity) return written;
  }
}

function writeAbout(draw: Draw, matter: Matter, at: number): WrittenTicket {
  const channel = drawChannel(draw, matter.kind);
  const written = typeCarelessly(draw, letterOf(draw, matter, channel));
  const { letter, hidden } =
    matter.kind === "injection" ? inject(draw, matter, written) : { letter: written, hidden: "" };
  const html = channel === "email" && (hidden !== "" || draw.chance(0.4)) ? letterHtml(letter, hidden) : null;
  return { matter, ticket: untouched(matter, letter, { html, channel, at }) };
}

function untouched(
  { kind, language, foreign, persona, queue, priority }: Matter,
  letter: Letter,
  { html, channel, at }: { html: string | null; channel: TicketChannel; at: number },
): SimulatedTicket {
  return {
    subject: letter.subject,
    body: letterText(letter),
    html,
    requester: { name: `${persona.first} ${persona.last}`, email: persona.email, vip: persona.vip },
    channel,
    kind,
    truth: { queue: QUEUES[queue].name, priority, language: foreign?.language ?? language.code },
    createdAt: at,
    solvedAt: null,
    queueHistory: [],
    priority: "normal",
    type: null,
    tags: [],
    messages: [],
    mergedInto: null,
  };
}

function letterOf(draw: Draw, matter: Matter, channel: TicketChannel): Letter {
  const { manners } = matter.language;
  const say = (phrases: readonly string[]) => expandPhrase(draw.pick(phrases), draw, matter.slots);
  if (matter.foreign) {
    const { subject, text } = matter.foreign;
    return { subject: say([subject]), greeting: "", paragraphs: say([text]).split("\n\n"), farewell: "", tail: "" };
  }
  if (matter.kind === "spam") {
    return {
      subject: say(manners.spam_subject),
      greeting: "",
      paragraphs: [say(manners.spam)],
      farewell: "",
      tail: "",
    };
  }
  if (matter.kind === "out-of-office") {
    const subject = `${say(manners.away_subject)}: ${say(matter.intent.subjects)}`;
    return { subject, greeting: "", paragraphs: [say(manners.away)], farewell: say(["{name}\\n{phone}"]), tail: "" };
  }
  return composeLetter(draw, matter, channel);
}

function drawChannel(draw: Draw, kind: TicketKind): TicketChannel {
  if (kind !== "ordinary" && kind !== "angry" && kind !== "merged") return "email";
  return draw.weighted([
    ["email", 64],
    ["web", 20],
    ["chat", 7],
    ["phone", 5],
    ["social", 4],
  ]);
}

function typeCarelessly(draw: Draw, letter: Letter): Letter {
  const rate = draw.weighted([
    [0, 50],
    [0.015, 35],
    [0.07, 15],
  ]);
  const plain = draw.chance(0.08);
  const small = draw.chance(0.07);
  const type = (text: string) => {
    const slipped = rate > 0 ? misspell(text, rate, draw) : text;
    const accents = plain ? dropAccents(slipped, draw) : slipped;
    return small ? accents.toLowerCase() : accents;
  };
  return { ...letter, subject: type(letter.subject), paragraphs: letter.paragraphs.map(type) };
}

function inject(draw: Draw, matter: Matter, letter: Letter): { letter: Letter; hidden: string } {
  const wrong = QUEUES[draw.pick(QUEUE_KEYS.filter((key) => key !== matter.queue))].name;
  const slots = (name: string) => (name === "target" ? wrong : matter.slots(name));
  const place = draw.pick(["plain", "plain", "signature", "comment"] as const);
  const order = expandPhrase(draw.pick(injections[place]), draw, slots);
  if (place === "comment") return { letter, hidden: order };
  if (place === "signature") return { letter: { ...letter, farewell: order }, hidden: "" };
  const at = draw.integer(0, letter.paragraphs.length);
  return { letter: { ...letter, paragraphs: letter.paragraphs.toSpliced(at, 0, order) }, hidden: "" };
}
