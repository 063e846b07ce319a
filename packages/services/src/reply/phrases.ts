import type { Mood } from "./mood.ts";
import type { Address, DraftLanguage, Style } from "./style.ts";

/** Everything in a draft that states nothing: ours, so that no model needs to be trusted with it. */
export interface Phrases {
  readonly greeting: string;
  readonly empathy: string;
  /** `{url}` is replaced. */
  readonly readMore: string;
  readonly followUp: string;
  readonly signOff: string;
}

type Tone = Style["tone"];
type Forms = Readonly<Record<Address, string>>;
const both = (text: string): Forms => ({ formal: text, informal: text });

interface Wording {
  readonly greeting: Forms;
  readonly empathy: Readonly<Record<Mood, Forms>>;
  readonly readMore: Forms;
  readonly followUp: Forms;
  readonly signOff: Forms;
}

const wordings: Readonly<Record<DraftLanguage, Readonly<Record<Tone, Wording>>>> = {
  en: {
    friendly: {
      greeting: both("Hi there,"),
      empathy: {
        upset: both("I understand how frustrating this is, and thank you for telling us."),
        waiting: both("I'm sorry that this is still open for you."),
        troubled: both("I'm sorry to hear about this."),
        pleased: both("Thank you for the kind words!"),
        neutral: both("Thank you for getting in touch."),
      },
      readMore: both("The whole article is here: {url}"),
      followUp: both("Does this help? If anything is still unclear, just reply and tell us what you see."),
      signOff: both("Best wishes,\nYour support team"),
    },
    formal: {
      greeting: both("Dear customer,"),
      empathy: {
        upset: both("We understand your frustration and thank you for raising this with us."),
        waiting: both("We regret that your request is still open."),
        troubled: both("We regret the inconvenience."),
        pleased: both("Thank you for your kind feedback."),
        neutral: both("Thank you for your message."),
      },
      readMore: both("Further details are given in this article: {url}"),
      followUp: both("Should this not resolve your request, please reply with any further details."),
      signOff: both("Kind regards,\nCustomer Support"),
    },
  },
  de: {
    friendly: {
      greeting: both("Hallo,"),
      empathy: {
        upset: {
          formal: "ich verstehe Ihren Ärger gut, danke, dass Sie uns das schreiben.",
          informal: "ich verstehe deinen Ärger gut, danke, dass du uns das schreibst.",
        },
        waiting: {
          formal: "es tut mir leid, dass Ihr Anliegen noch offen ist.",
          informal: "es tut mir leid, dass dein Anliegen noch offen ist.",
        },
        troubled: both("das tut mir leid zu hören."),
        pleased: both("vielen Dank für die netten Worte!"),
        neutral: { formal: "vielen Dank für Ihre Nachricht.", informal: "vielen Dank für deine Nachricht." },
      },
      readMore: both("Der ganze Artikel steht hier: {url}"),
      followUp: {
        formal:
          "Hilft Ihnen das weiter? Falls noch etwas unklar ist, antworten Sie uns einfach und schreiben Sie, was Sie sehen.",
        informal: "Hilft dir das weiter? Falls noch etwas unklar ist, antworte uns einfach und schreib, was du siehst.",
      },
      signOff: { formal: "Viele Grüße\nIhr Support-Team", informal: "Viele Grüße\nDein Support-Team" },
    },
    formal: {
      greeting: both("Guten Tag,"),
      empathy: {
        upset: {
          formal: "wir verstehen Ihren Unmut und danken Ihnen für Ihre offenen Worte.",
          informal: "wir verstehen deinen Unmut und danken dir für deine offenen Worte.",
        },
        waiting: {
          formal: "wir bedauern, dass Ihr Anliegen noch offen ist.",
          informal: "wir bedauern, dass dein Anliegen noch offen ist.",
        },
        troubled: both("wir bedauern die Unannehmlichkeiten."),
        pleased: {
          formal: "vielen Dank für Ihre freundlichen Worte.",
          informal: "vielen Dank für deine freundlichen Worte.",
        },
        neutral: { formal: "vielen Dank für Ihre Nachricht.", informal: "vielen Dank für deine Nachricht." },
      },
      readMore: both("Weitere Einzelheiten stehen in diesem Artikel: {url}"),
      followUp: {
        formal: "Sollte Ihr Anliegen damit nicht geklärt sein, antworten Sie uns bitte mit weiteren Einzelheiten.",
        informal: "Sollte dein Anliegen damit nicht geklärt sein, antworte uns bitte mit weiteren Einzelheiten.",
      },
      signOff: {
        formal: "Mit freundlichen Grüßen\nIhr Kundenservice",
        informal: "Mit freundlichen Grüßen\nDein Kundenservice",
      },
    },
  },
};

export function phrasesFor(style: Style, language: DraftLanguage, address: Address, mood: Mood): Phrases {
  const wording = wordings[language][style.tone];
  return {
    greeting: style.greeting[language] ?? wording.greeting[address],
    empathy: wording.empathy[mood][address],
    readMore: wording.readMore[address],
    followUp: wording.followUp[address],
    signOff: style.signOff[language] ?? wording.signOff[address],
  };
}
