import type { CorpusLanguage } from "../language.ts";
import { account } from "./account.ts";
import { billing } from "./billing.ts";
import { complaints } from "./complaints.ts";
import { features } from "./features.ts";
import { hazy } from "./hazy.ts";
import { manners } from "./manners.ts";
import { orders } from "./orders.ts";
import { returns } from "./returns.ts";
import { sales } from "./sales.ts";
import { technical } from "./technical.ts";
import { words } from "./words.ts";

export const german: CorpusLanguage = {
  code: "de",
  notation: {
    amount: (euros, cents) => `${euros},${cents} €`,
    longDate: (day, month) => `${day}. ${month}`,
    shortDate: (day, month) => `${day}.${month}.`,
  },
  intents: { billing, technical, account, orders, returns, sales, features, complaints },
  manners,
  words,
  hazy,
};
