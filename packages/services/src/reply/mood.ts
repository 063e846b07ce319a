/** How the customer's message sounds, for the one line between greeting and answer. */
export type Mood = "upset" | "waiting" | "troubled" | "pleased" | "neutral";

const upset =
  /\b(?:unacceptable|outrag\w+|ridiculous|furious|angry|disgust\w+|terrible|horrible|awful|worst|fed up|scam|rip[- ]?off|useless|disappoint\w+|frustrat\w+|unverschämt\w*|frechheit|inakzeptabel|unmöglich|katastroph\w+|wütend|sauer|enttäusch\w+|unfassbar|abzocke|schlecht(?:er|este)? service|zumutung)/i;
const waiting =
  /\b(?:still (?:not|no|waiting|haven't|hasn't|see|have|nothing)|no (?:reply|response|answer)|(?:for|been|since) (?:\w+ ){0,2}(?:days?|weeks?|months?)|waiting|again and again|third time|second time|immer noch|noch immer|weiterhin (?:nicht|kein)|seit (?:\w+ ){0,2}(?:tagen|wochen|monaten|\w+tag)|warte|keine (?:antwort|rückmeldung)|schon wieder)/i;
const troubled =
  /\b(?:problem|issue|error|fail\w*|broken|does(?:n't| not) work|not working|can(?:'t|not)|unable|wrong|twice|missing|lost|damaged|crash\w*|stuck|declined|charged|never arrived|fehler\w*|funktioniert nicht|geht nicht|kann (?:\w+ ){0,3}nicht|defekt|kaputt|falsch|doppelt|fehlt|verloren|beschädigt|abgestürzt|abgelehnt|nicht angekommen)/i;
const pleased =
  /\b(?:love (?:your|the|it)|great (?:service|product|app|job)|awesome|fantastic|excellent|very happy|toll(?:e[srn]?)? (?:service|produkt|app)|super (?:service|app)|begeistert|sehr zufrieden)/i;

export function moodOf(text: string): Mood {
  const plain = text.replaceAll("’", "'");
  if (upset.test(plain)) return "upset";
  if (waiting.test(plain)) return "waiting";
  if (troubled.test(plain)) return "troubled";
  return pleased.test(plain) ? "pleased" : "neutral";
}
