import type { Answer, Claim, Removed } from "./answer.ts";
import { type ScreeningRules, screenSentence } from "./screen-sentence.ts";
import { type Sentence, splitSentences } from "./sentences.ts";
import type { Source } from "./source.ts";
import { addressOf } from "./style.ts";
import { contentStems } from "./terms.ts";

/** A sentence or a whole list with its lead-in: what is quoted together or not at all. */
interface Block {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly list: boolean;
  /** Number of the section: a heading begins a new one. */
  readonly section: number;
  readonly stems: ReadonlySet<string>;
  readonly headings: ReadonlySet<string>;
}

const mostBlocks = 5;
const mostCharacters = 700;
const mostSources = 2;
/** The second source must be about as good as the first, and say something that the first does not. */
const nearlyAsGood = 0.85;
const leastNews = 2;
const headingWeight = 0.5;
const leansBack =
  /^(?:this|that|these|those|it|they|then|afterwards|otherwise|also|dies|diese[rs]?|das|dann|danach|anschließend|sonst|es|außerdem)\b/i;

/**
 * An answer in the sources' own words: the section that fits the question best, sentence by sentence screened. The form of address
 * of the first words quoted is kept to throughout.
 */
export function extractAnswer(question: string, sources: readonly Source[], rules: ScreeningRules): Answer {
  const asked = new Set(contentStems(question));
  const claims: Claim[] = [];
  const removed: Removed[] = [];
  const answered = new Set<string>();
  const used: Source[] = [];
  let address = rules.address;
  for (const source of sources) {
    if (used.length === mostSources) break;
    if (used.length > 0 && source.score < nearlyAsGood * used[0]!.score) break;
    const blocks = chooseBlocks(asked, source);
    const fresh = blocks.flatMap(({ stems }) => [...stems]).filter((word) => asked.has(word) && !answered.has(word));
    if (blocks.length === 0 || (used.length > 0 && new Set(fresh).size < leastNews)) continue;
    address ??= blocks.map(({ text }) => addressOf(text)).find((form) => form !== null) ?? null;
    const kept = blocks.filter(({ text }) => {
      const reason = screenBlock(text, source, { ...rules, address });
      if (reason !== null) removed.push({ text, reason });
      return reason === null;
    });
    for (const run of runsOf(kept, blocks)) {
      const quote = source.text.slice(run[0]!.start, run.at(-1)!.end);
      claims.push(...run.map(({ text, list }) => ({ text, source, quote, list })));
    }
    if (kept.length === 0) continue;
    used.push(source);
    for (const word of fresh) answered.add(word);
  }
  return { claims, removed, followUp: null };
}

function screenBlock(text: string, source: Source, rules: ScreeningRules): Removed["reason"] | null {
  for (const sentence of splitSentences(text)) {
    const reason = screenSentence(sentence.text, sentence.text, source.kind, rules);
    if (reason !== null) return reason;
  }
  return null;
}

/** The best section as a whole, or as much of it from the best block on as a reply can bear. */
function chooseBlocks(asked: ReadonlySet<string>, source: Source): readonly Block[] {
  const blocks = toBlocks(source.text);
  const title = new Set(contentStems(source.title));
  const scores = blocks.map((block, at) => {
    const own = overlap(asked, block.stems) + headingWeight * overlap(asked, block.headings);
    return own + (own > 0 ? 1 / (10 + at) : 0);
  });
  const best = scores.reduce((leader, score, at) => (score > scores[leader]! ? at : leader), 0);
  if (blocks.length === 0) return [];
  // An article may answer without a word of the question in its text, but then its title has one.
  if (scores[best] === 0 && overlap(asked, title) === 0) return [];
  const section = blocks.filter(({ section }) => section === blocks[best]!.section);
  if (section.length <= mostBlocks && lengthOf(section) <= mostCharacters) return section;
  let from = section.indexOf(blocks[best]!);
  if (from > 0 && leansBack.test(section[from]!.text)) from -= 1;
  const chosen: Block[] = [];
  for (const block of section.slice(from)) {
    const next = [...chosen, block];
    if (chosen.length > 0 && (next.length > mostBlocks || lengthOf(next) > mostCharacters)) break;
    chosen.push(block);
  }
  return chosen;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.length === 0 ? 0 : blocks.at(-1)!.end - blocks[0]!.start;
}

function overlap(asked: ReadonlySet<string>, stems: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of stems) if (asked.has(word)) shared += 1;
  return shared;
}

/** Blocks that stood side by side before others were taken out. */
function runsOf(kept: readonly Block[], all: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  kept.forEach((block, at) => {
    const before = kept[at - 1];
    if (before !== undefined && all.indexOf(block) === all.indexOf(before) + 1) runs.at(-1)!.push(block);
    else runs.push([block]);
  });
  return runs;
}

function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let group: Sentence[] = [];
  let section = 0;
  let headings = new Set<string>();
  const close = () => {
    if (group.length === 0) return;
    const [start, end] = [group[0]!.start, group.at(-1)!.end];
    const content = text.slice(start, end);
    const list = group.some(({ kind }) => kind === "item");
    blocks.push({ text: content, start, end, list, section, stems: new Set(contentStems(content)), headings });
    group = [];
  };
  for (const sentence of splitSentences(text)) {
    if (sentence.kind === "heading") {
      close();
      section += 1;
      headings = new Set(contentStems(sentence.text));
      continue;
    }
    const leadIn = group.at(-1)?.text.endsWith(":") ?? false;
    const continues = sentence.kind === "item" && (leadIn || group.at(-1)?.kind === "item");
    if (!continues) close();
    group.push(sentence);
  }
  close();
  return blocks;
}
