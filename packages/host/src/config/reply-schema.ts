import { builtInStyles, type Style } from "@otai/services/reply/style";
import { z } from "zod";

const words = z
  .strictObject({ en: z.string().min(1).max(500).optional(), de: z.string().min(1).max(500).optional() })
  .prefault({});

const style = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, "small letters, digits, - and _"),
  name: z.string().min(1).max(100).nullable().default(null).describe("The id when absent."),
  description: z.string().max(500).default(""),
  tone: z.enum(["friendly", "formal"]).default("friendly").describe("Whose phrases stand where none is given here."),
  greeting: words.describe("First line, by language."),
  sign_off: words.describe("Last lines, by language."),
  address: z.enum(["formal", "informal"]).default("formal").describe("German only: Sie or du."),
  banned_words: z
    .array(z.string().min(1).max(100))
    .max(200)
    .default([])
    .describe("A sentence with one of them is left out."),
  max_chars: z.number().int().min(200).max(6000).nullable().default(null).describe("Longest draft, in characters."),
});

const template = z.strictObject({
  id: z.string().min(1).max(128),
  title: z.string().min(1).max(200),
  text: z.string().min(1).max(20_000),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language tag like en or de-AT")
    .nullable()
    .default(null)
    .describe("Seen in the text when absent."),
  queues: z.array(z.string().min(1)).max(200).default([]).describe("Names of the queues it is for; all when absent."),
});

/** `services.reply` of the configuration. */
export const reply = z
  .strictObject({
    style: z.string().min(1).default("friendly").describe("Style of drafts whose request names none."),
    styles: z.array(style).max(50).default([]).describe("Styles beside friendly and formal."),
    allowed_hosts: z
      .array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/, "a host name in small letters, without https://"))
      .max(100)
      .default([])
      .describe("Hosts that drafts may link to, beside the addresses of the articles they quote."),
    templates: z
      .array(template)
      .max(5000)
      .default([])
      .describe("Canned answers that may be suggested beside a draft, beside those of the ticket systems."),
    solved_answers: z
      .number()
      .int()
      .min(0)
      .max(100_000)
      .default(20_000)
      .describe("Answers to solved tickets that are kept per ticket system, the newest ones; 0 keeps none."),
  })
  .superRefine(({ style, styles, templates }, context) => {
    const ids = [...builtInStyles, ...styles].map(({ id }) => id);
    if (!ids.includes(style)) {
      context.addIssue({ code: "custom", path: ["style"], message: `must be one of ${ids.join(", ")}` });
    }
    const twice = ids.findLastIndex((id, at) => ids.indexOf(id) !== at) - builtInStyles.length;
    if (twice >= 0)
      context.addIssue({ code: "custom", path: ["styles", twice, "id"], message: "another style has this id" });
    const names = templates.map(({ id }) => id);
    const double = names.findLastIndex((id, at) => names.indexOf(id) !== at);
    if (double >= 0)
      context.addIssue({ code: "custom", path: ["templates", double, "id"], message: "another template has this id" });
  })
  .prefault({});

type ConfiguredStyle = z.output<typeof style>;

/** The style as the Reply service knows it. */
export function toStyle({ id, name, sign_off, banned_words, max_chars, ...same }: ConfiguredStyle): Style {
  const present = (phrases: ConfiguredStyle["greeting"]) =>
    Object.fromEntries(Object.entries(phrases).filter(([, phrase]) => phrase !== undefined));
  return {
    ...same,
    id,
    name: name ?? id,
    greeting: present(same.greeting),
    signOff: present(sign_off),
    bannedWords: banned_words,
    maxChars: max_chars,
  };
}
