import type { PromiseRules } from "./promises.ts";

const done =
  "escalated|refunded|cancell?ed|issued|credited|processed|reset|unlocked|reactivated|activated|deactivated|deleted|removed|shipped|sent|" +
  "forwarded|fixed|resolved|closed|updated|changed|extended|upgraded|downgraded|reversed|waived|approved|transferred|arranged|ordered|replaced|" +
  "booked|scheduled|informed|contacted|opened|created|passed|raised|notified|checked|investigated|corrected|initiated|triggered|submitted|" +
  "dispatched|assigned|flagged|logged|applied|added|granted|restored|confirmed|verified|started";
const adverbs = "(?: (?:just|already|now|also|gone ahead and|personally|successfully|fully|immediately)){0,2}";
const soon =
  "(?:a|an|one|two|three|four|five|six|seven|ten|twelve|\\d{1,4})(?:\\s?(?:-|–|to|or)\\s?\\d{1,3})?[\\s-](?:(?:business|working|calendar|more|full)[\\s-])?(?:minute|hour|day|week|month|year)s?";
const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const weekdays = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

/** Forbidden in a draft unless the source says so. Linear: bounded repetitions only. */
export const promisesEn: PromiseRules = {
  action_done: [
    new RegExp(`\\b(?:I|we|our team|my colleagues?|the team)(?:'ve| have| has|'s| had)?${adverbs} (?:${done})\\b`, "i"),
    new RegExp(
      `\\b(?:your|this|the) (?:[\\w-]+ ){1,4}(?:has|have) (?:now |already |just |successfully ){0,2}been (?:${done})\\b`,
      "i",
    ),
    new RegExp(
      `\\b(?:your|this) (?:[\\w-]+ ){1,4}(?:was|were|is|are) (?:now |already |being |successfully |currently ){1,2}(?:${done})\\b`,
      "i",
    ),
    /\b(?:refund|replacement|credit|escalation|cancellation|order|parcel) (?:was |is |has been )?(?:issued|processed|confirmed|approved|completed|on (?:its|the) way)\b/i,
    /\b(?:I am|I'm|we are|we're) (?:now |already |currently )?(?:escalating|refunding|cancelling|canceling|issuing|processing|investigating|sending|looking into|working on)\b/i,
  ],
  commitment: [
    /\b(?:I|we|our team|my colleagues?|someone|an agent|a specialist|the team)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to)\b/i,
    /\byou(?:'ll| will| are going to|'re going to) (?:be (?:refunded|credited|contacted|notified|reimbursed|compensated)|receive|get|hear)\b/i,
    /\b(?:guarantee|promise|rest assured|you have my word|assure you)\b/i,
    /\b(?:will be|gets?|are being|is being) (?:refunded|credited|reimbursed|compensated|escalated|replaced)\b/i,
  ],
  deadline: [
    new RegExp(`\\b${soon}\\b`, "i"),
    new RegExp(`\\b(?:by|until|before|on|next|this) (?:${weekdays})\\b`, "i"),
    /\b(?:today|tomorrow|tonight|this (?:week|month|evening|afternoon)|next (?:week|month|year)|end of (?:the )?(?:day|week|month)|right away|straight ?away|immediately|instantly|at once|shortly|very soon|asap)\b/i,
    new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})|(?:${months})\\.? \\d{1,2})\\b`, "i"),
    /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/,
  ],
  amount: [
    /[€$£] ?\d|\b\d[\d.,]{0,15} ?(?:€|\$|£|(?:eur|usd|gbp|chf|euros?|dollars?|pounds?)\b)|\b(?:EUR|USD|GBP|CHF) ?\d/i,
  ],
  discount: [
    /\b(?:discount|vouchers?|coupons?|promo(?:tional)? codes?|gift cards?|store credit|compensation|goodwill|rebate|free of charge|for free|complimentary|free (?:month|year|upgrade|shipping|delivery|replacement))\b/i,
    /\b\d{1,3} ?(?:%|percent) (?:off|discount)\b/i,
  ],
  legal_advice: [
    /\b(?:legally (?:entitled|required|binding|obliged)|(?:you are|you're) (?:legally )?entitled|legal (?:advice|claim|rights?|action|obligation)|your rights under|statutory|under (?:the )?(?:law|gdpr)|liable|liability|lawsuit|sue\b|attorney|lawyer|breach of contract)\b/i,
  ],
  medical_advice: [
    /\b(?:diagnos(?:e|is|ed)|dosage|\d+ ?mg\b|medication|prescri(?:be|bed|ption)|symptoms?|(?:see|consult|ask) (?:a|your) (?:doctor|physician|pharmacist)|painkillers?|side effects?)\b/i,
  ],
  fault: [
    /\b(?:(?:our|my) (?:\w+ )?(?:mistake|fault|error|oversight|negligence)|we (?:have )?(?:made|make) (?:a|an) (?:\w+ )?(?:mistake|error)|we(?:'re| are| were) (?:at fault|to blame|responsible|liable|wrong)|we (?:messed up|failed)|on our (?:side|part|end)|caused by (?:us|our)|we take (?:full )?responsibility)\b/i,
  ],
  other_customer: [
    /\b(?:other|another|many|several|some|few|all|most|(?:a )?number of) (?:of )?(?:our )?(?:other )?(?:customers?|users?|clients?|people|accounts?) (?:have|has|had|are|is|were|was|report(?:ed)?|also|who|with|experienc\w+)\b/i,
    /\b(?:another|the other|a different|previous) (?:customer|client|user)(?:'s)?\b/i,
  ],
};
