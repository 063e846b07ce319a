const words = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** English and German words that every text has: they say nothing about what it is about. */
const common = new Set(
  `a about after again all also am an and any are aren't as at be been before being but by can can't could couldn't did didn't do does
  doesn't doing don't down during each either few for from get gets getting got had has hasn't have haven't having he her here hers hi him his how
  i i'd i'll i'm i've if in into is isn't it it's its itself just let's like may me might mine more most much must my myself need nor now of off on
  once one or other our ours out over own please same she should shouldn't since so some still such than that that's the their theirs them then
  there these they they're this those though through to too under until up us very via was wasn't we we'd we'll we're we've were weren't what what's
  when where which while who whom whose why will with won't would wouldn't yes you you'd you'll you're you've your yours hello dear thanks thank
  aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist bitte da dabei dadurch damit dann das
  dass daß dein deine deinem deinen deiner dem den denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch
  ein eine einem einen einer eines er es etwas euch euer eure für gegen gibt haben habe habt hat hatte hatten hallo hier ich ihm ihn ihnen ihr ihre
  ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kannst können könnte könnten machen man mein meine meinem meinen
  meiner mich mir mit muss müssen nach noch nun nur ob oder schon sehr sein seine seit sich sie sind so soll sollte sollten sondern um und uns unser
  unsere unserem unseren unserer unter vom von vor war waren warum was weil welche welchem welchen welcher welches wenn werden werde wie wieder will
  wir wird wo wollen worden wurde wurden während würde würden zu zum zur über danke guten tag mal bereits gerne gern sowie`.split(
    /\s+/,
  ),
);

const endings = "ungen ung ing ern edly ies ed en er em es ly e n s".split(" ");

/** Plain words of a text in lower case, numbers included. */
export function wordsOf(text: string): string[] {
  return (text.match(words) ?? []).map((word) => word.toLowerCase().replaceAll("’", "'"));
}

/** Stems of the words that carry meaning, in order. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !common.has(word))
    .map(stem);
}

/** How many different stems both texts have. */
export function sharedStems(text: string, other: string): number {
  const known = new Set(contentStems(other));
  return new Set(contentStems(text).filter((word) => known.has(word))).size;
}

/** Inflected forms of one word in English and German come out equal, mostly: `charges`, `charged` → `charg`. */
export function stem(word: string): string {
  let short = word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replace(/'s?$/, "");
  for (let pass = 0; pass < 2; pass += 1) {
    const ending = endings.find((end) => short.endsWith(end) && short.length - end.length >= (end === "s" ? 3 : 4));
    if (ending === undefined) break;
    short = short.slice(0, -ending.length);
  }
  return short;
}
