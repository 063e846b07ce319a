import type { LanguageDetector } from "@otai/text/language";
import type { ThreadLanguages } from "./measure-communication.ts";
import { agentMessages, customerMessages, type Thread, type ThreadMessage } from "./thread.ts";

/** Below this a guess is not acted on. */
const sure = 0.6;
/** Letters below which a guess is not acted on. */
const leastLetters = 40;

/** What both sides write, where that is certain. */
export function detectLanguages(thread: Thread, detector: LanguageDetector): ThreadLanguages {
  const detect = (messages: readonly ThreadMessage[]) => {
    const text = messages.map((message) => message.text).join("\n");
    if ((text.match(/\p{L}/gu)?.length ?? 0) < leastLetters) return null;
    const { language, confidence } = detector.detect(text);
    return confidence >= sure ? language : null;
  };
  return { customer: detect(customerMessages(thread)), agent: detect(agentMessages(thread)) };
}
