import { acknowledgement, apology, courtesy, dismissal, greeting, thanks, trouble } from "./lexicon.ts";
import { findPhrases } from "./phrases.ts";
import { combine, type Measurement, quotePhrases, type Signal } from "./signal.ts";
import { agentMessages, customerMessages, type Thread, type ThreadMessage } from "./thread.ts";

/** A conversation in which the customer was brushed off is not rescued by courtesies. */
const dismissalCap = 0.3;

/** Acknowledgement or apology, thanks and courtesy, and whether the customer is addressed as somebody (never: as whom). */
export function measureEmpathy(thread: Thread): Measurement {
  const agents = agentMessages(thread);
  const dismissed = quotePhrases(thread, agents, dismissal);
  const signals = [understanding(thread, agents), politeness(thread, agents), address(agents)];
  if (dismissed.length > 0) {
    signals.push({
      name: "dismissal",
      value: 0,
      weight: 0.4,
      said: "the customer was brushed off",
      evidence: dismissed,
      advice: "Leave out phrases that turn the customer away; say what you can do instead.",
    });
  }
  const words = agents.reduce((sum, message) => sum + message.words.length, 0);
  const confidence = 0.35 + 0.35 * Math.min(1, words / 80);
  return combine(signals, confidence, dismissed.length > 0 ? dismissalCap : 1);
}

function understanding(thread: Thread, agents: readonly ThreadMessage[]): Signal {
  const evidence = [...quotePhrases(thread, agents, apology, 1), ...quotePhrases(thread, agents, acknowledgement, 1)];
  const troubled = quotePhrases(thread, customerMessages(thread), trouble, 1);
  const first = agents[0]!.index;
  const base = { name: "understanding", weight: 0.55 };
  const advice = "Begin with one sentence that acknowledges what the customer reports.";
  if (evidence.length > 0) {
    const atOnce = evidence.some(({ message_index }) => message_index === first);
    const said = atOnce ? "acknowledges or apologises in the first reply" : "acknowledges or apologises, but later";
    return { ...base, value: atOnce ? 1 : 0.7, said, evidence, advice };
  }
  return troubled.length > 0
    ? { ...base, value: 0, said: "no acknowledgement although the customer reports trouble", evidence: [], advice }
    : { ...base, value: 0.6, said: "no acknowledgement, and no trouble was reported", evidence: [], advice };
}

function politeness(thread: Thread, agents: readonly ThreadMessage[]): Signal {
  const evidence = [...quotePhrases(thread, agents, thanks, 1), ...quotePhrases(thread, agents, courtesy, 1)];
  return {
    name: "politeness",
    value: evidence.length > 0 ? 1 : 0,
    weight: 0.25,
    said: evidence.length > 0 ? "thanks or courtesy" : "no thanks and no courtesy",
    evidence,
    advice: "Say thank you or please once; it costs nothing.",
  };
}

function address(agents: readonly ThreadMessage[]): Signal {
  const addressed = agents.some(isAddressed);
  return {
    name: "address",
    value: addressed ? 1 : 0.4,
    weight: 0.2,
    said: addressed ? "the customer is addressed" : "",
    evidence: [],
    advice: "Address the customer by the name they sign with.",
  };
}

const nobody = new Set(
  "there all team everyone everybody sir madam customer user damen herren zusammen kunde kundin kunden".split(" "),
);

/** "Hi Kim," but not "Hi there," or "Hello, I can see". */
function isAddressed({ text, words: all }: ThreadMessage): boolean {
  const found = findPhrases(all.slice(0, 10), greeting)[0];
  if (found === undefined || found.start > 0) return false;
  const behind = /^ ([^,!.:;\n]{1,40})(?:[,!.:;\n–-]|$)/u.exec(text.slice(found.end, found.end + 60))?.[1];
  if (behind === undefined) return false;
  const words = behind.trim().toLowerCase().split(" ");
  return words.length <= 4 && !nobody.has(words[0]!);
}
