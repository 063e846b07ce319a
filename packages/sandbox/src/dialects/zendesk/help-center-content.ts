/** One article in the language it was written in. */
export interface HelpCenterArticle {
  id: number;
  sectionId: number;
  locale: "en-us" | "de";
  title: string;
  body: string;
  labels: readonly string[];
  draft?: boolean;
  outdated?: boolean;
  /** Null for everybody; else only the people of this segment may read it. */
  userSegmentId: number | null;
}

export interface HelpCenterSection {
  id: number;
  categoryId: number;
  name: string;
}

export const CATEGORIES: readonly { id: number; name: string }[] = [
  { id: 3001, name: "Using the shop" },
  { id: 3002, name: "For the team" },
];

export const SECTIONS: readonly HelpCenterSection[] = [
  { id: 3101, categoryId: 3001, name: "Payments" },
  { id: 3102, categoryId: 3001, name: "Account" },
  { id: 3103, categoryId: 3002, name: "Agents' notes" },
];

const STAFF_SEGMENT = 3901;
const PARTNER_SEGMENT = 3902;

/** What an invented shop tells its customers; one draft, one outdated text and two that are not for everybody. */
export const ARTICLES: readonly HelpCenterArticle[] = [
  {
    id: 3201,
    sectionId: 3101,
    locale: "en-us",
    title: "I was charged twice",
    body: "<p>A second charge is nearly always a <b>reservation</b> that your bank drops within five working days.</p><p>If it is still there after that, send us the order number and we refund it.</p>",
    labels: ["billing", "refund"],
    userSegmentId: null,
  },
  {
    id: 3202,
    sectionId: 3101,
    locale: "de",
    title: "Mein Konto wurde doppelt belastet",
    body: "<p>Eine zweite Abbuchung ist meist eine <b>Vormerkung</b>, die Ihre Bank binnen fünf Werktagen löscht.</p>",
    labels: ["billing", "refund"],
    userSegmentId: null,
  },
  {
    id: 3203,
    sectionId: 3101,
    locale: "en-us",
    title: "How to get an invoice with your company's address",
    body: "<ol><li>Open <i>Orders</i>.</li><li>Choose the order and press <i>Invoice</i>.</li><li>Enter the address and confirm.</li></ol>",
    labels: ["billing"],
    userSegmentId: null,
  },
  {
    id: 3204,
    sectionId: 3102,
    locale: "en-us",
    title: "Reset your password",
    body: "<p>Press <i>Forgot password</i> on the sign-in page. The link in the mail works for one hour.</p>",
    labels: ["account_access", "how_to"],
    userSegmentId: null,
  },
  {
    id: 3205,
    sectionId: 3102,
    locale: "en-us",
    title: "Sign in with the old app",
    body: "<p>The app before version 4 can no longer sign in. Please update it.</p>",
    labels: ["account_access"],
    outdated: true,
    userSegmentId: null,
  },
  {
    id: 3206,
    sectionId: 3102,
    locale: "en-us",
    title: "Two-step sign-in",
    body: "<p>Not yet announced.</p>",
    labels: ["account_access"],
    draft: true,
    userSegmentId: null,
  },
  {
    id: 3207,
    sectionId: 3103,
    locale: "en-us",
    title: "Refund limits for agents",
    body: "<p>Agents refund up to 200 without asking; above that the team lead decides.</p>",
    labels: ["refund"],
    userSegmentId: STAFF_SEGMENT,
  },
  {
    id: 3208,
    sectionId: 3101,
    locale: "en-us",
    title: "Partner discounts",
    body: "<p>Registered partners get 15 % on every order.</p>",
    labels: ["sales"],
    userSegmentId: PARTNER_SEGMENT,
  },
];
