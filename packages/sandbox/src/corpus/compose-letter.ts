import type { Draw } from "./draw.ts";
import type { Clarity, Matter } from "./draw-matter.ts";
import { expandPhrase } from "./expand-phrase.ts";
import type { Letter } from "./letter.ts";
import type { Intent } from "./parse-phrases.ts";
import type { QueueKey } from "./queues.ts";
import type { TicketChannel } from "./simulated-ticket.ts";

/** How often the subject line tells the main topic or the side topic; else it is vague. */
const SUBJECT_SHARES: Readonly<Record<Clarity, { main: number; side: number }>> = {
  clear: { main: 0.86, side: 0 },
  mixed: { main: 0.5, side: 0.14 },
  hazy: { main: 0.1, side: 0.05 },
  terse: { main: 0.5, side: 0.05 },
};

/** Words the letter of a matter. */
export function composeLetter(draw: Draw, matter: Matter, channel: TicketChannel): Letter {
  const { manners, words } = matter.language;
  const say = (phrase: string) => expandPhrase(phrase, draw, matter.slots);
  const oneOf = (phrases: readonly string[]) => say(draw.pick(phrases));
  const maybe = (probability: number, phrases: readonly string[]) =>
    phrases.length > 0 && draw.chance(probability) ? [oneOf(phrases)] : [];

  const { clarity } = matter;
  const wordy = clarity !== "terse" && channel !== "chat" && channel !== "social";
  const core = coreOf(clarity);
  const before = [...(wordy ? maybe(0.3, manners.opening) : []), ...(wordy ? maybe(0.12, manners.background) : [])];
  const after = [
    ...(wordy ? maybe(0.42, manners.background) : []),
    ...urgency(),
    ...(matter.kind === "angry" ? angryLines() : maybe(matter.queue === "complaints" ? 0.3 : 0.02, manners.angry)),
    ...(wordy ? maybe(0.5, manners.closing) : []),
  ];
  const phone = channel === "phone" ? [oneOf(manners.phone_note)] : [];
  const sentences = [...phone, ...before, ...core, ...after];
  return {
    subject: subjectOf(clarity),
    greeting: wordy && channel !== "phone" && draw.chance(0.85) ? oneOf(manners.greeting) : "",
    paragraphs: intoParagraphs(sentences, draw),
    farewell: farewell(),
    tail: channel === "email" ? tail() : "",
  };

  function coreOf(clarity: Clarity): string[] {
    const { intent, side } = matter;
    switch (clarity) {
      case "clear":
        return [...asking(intent, 0.75), ...maybe(0.2, intent.asks)];
      case "mixed": {
        const second = [...maybe(0.6, manners.joiner), ...asking(side.intent, 0.3)];
        return draw.chance(0.65)
          ? [...asking(intent, 0.5), ...second]
          : [...asking(side.intent, 0.3), ...asking(intent, 0.5)];
      }
      case "hazy":
        return [
          oneOf(hazyLines(matter.queue)),
          ...maybe(0.25, hazyLines(matter.queue)),
          ...maybe(0.15, intent.details),
        ];
      case "terse":
        return [oneOf(draw.pick([intent.asks, intent.asks, intent.subjects, hazyLines(matter.queue)]))];
    }
  }

  function asking(intent: Intent, detail: number): string[] {
    return [oneOf(intent.asks), ...maybe(detail, intent.details)];
  }

  function hazyLines(queue: QueueKey): string[] {
    return [...matter.language.hazy].flatMap(([head, lines]) => (head.split(" ").includes(queue) ? lines : []));
  }

  function urgency(): string[] {
    if (matter.priority === "urgent") return maybe(0.95, manners.urgent);
    if (matter.priority === "high") return maybe(0.85, manners.high);
    if (matter.priority === "low") return maybe(0.7, manners.low);
    return maybe(0.04, manners.high);
  }

  function angryLines(): string[] {
    const lines = [oneOf(manners.angry), ...maybe(0.7, manners.angry)];
    return draw.chance(0.4) ? lines.map((line) => line.toUpperCase()) : lines;
  }

  function subjectOf(clarity: Clarity): string {
    const { main, side } = SUBJECT_SHARES[clarity];
    const at = draw.fraction();
    const phrases =
      at < main ? matter.intent.subjects : at < main + side ? matter.side.intent.subjects : manners.vague_subject;
    const subject = oneOf(phrases);
    return draw.chance(0.08) ? `${draw.pick(["Re", "Re", "Fwd", "AW", "WG"])}: ${subject}` : subject;
  }

  function farewell(): string {
    const { persona } = matter;
    const name = draw.pick([
      persona.first,
      `${persona.first} ${persona.last}`,
      `${persona.first.charAt(0)}. ${persona.last}`,
    ]);
    if (!wordy || channel === "phone") return draw.chance(0.3) ? name : "";
    const full = `${persona.first} ${persona.last}`;
    const card = [
      full,
      ...maybe(0.5, words.job),
      ...(persona.company ? [persona.company] : []),
      `${persona.street}, ${persona.city}`,
    ];
    const contact = [`Tel. ${persona.phone}`, ...(draw.chance(0.5) ? [persona.email] : [])];
    const signature = channel === "email" && draw.chance(persona.company ? 0.6 : 0.15);
    return [oneOf(manners.signoff), signature ? ["--", ...card, ...contact].join("\n") : name].join("\n");
  }

  function tail(): string {
    const quoted = draw.chance(0.17) ? [oneOf(manners.earlier), ...maybe(0.3, matter.side.intent.asks)] : [];
    const quote =
      quoted.length > 0 ? [`${oneOf(manners.quote_header)}\n${quoted.map((line) => `> ${line}`).join("\n")}`] : [];
    return [
      ...maybe(0.06, manners.device_line),
      ...maybe(quote.length > 0 ? 0.2 : 0, manners.forward),
      ...quote,
      ...maybe(matter.persona.company ? 0.12 : 0.01, manners.disclaimer),
    ].join("\n\n");
  }
}

function intoParagraphs(sentences: readonly string[], draw: Draw): string[] {
  const paragraphs: string[] = [];
  for (const sentence of sentences) {
    if (paragraphs.length === 0 || draw.chance(0.3)) paragraphs.push(sentence);
    else paragraphs.push(`${paragraphs.pop()} ${sentence}`);
  }
  return paragraphs;
}
