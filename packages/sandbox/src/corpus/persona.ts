import { createDraw, type Draw } from "./draw.ts";
import * as names from "./phrases/names.ts";

/** A customer of the invented mail-order house. */
export interface Persona {
  first: string;
  last: string;
  email: string;
  /** Null for private people. */
  company: string | null;
  city: string;
  street: string;
  phone: string;
  vip: boolean;
  customerNumber: string;
}

/** So many people per language; with a few thousand tickets, many of them write more than once. */
const POPULATION = 2_500;

/** Somebody who writes in this language (ISO 639-1); low numbers write more often, as regulars do. */
export function drawPersona(draw: Draw, seed: number, language: names.NameRegion): Persona {
  return personaAt(seed, language, Math.floor(draw.fraction() ** 1.6 * POPULATION));
}

function personaAt(seed: number, region: names.NameRegion, number: number): Persona {
  const draw = createDraw(seed, "persona", region, number);
  const first = draw.pick(names.FIRST_NAMES[region]);
  const last = draw.pick(names.LAST_NAMES[region]);
  const head = draw.chance(0.34) ? draw.pick(names.COMPANY_HEADS) : null;
  const company = head && `${head} ${draw.pick(names.COMPANY_TAILS[region])}`;
  const local = mailName(draw.pick([`${first}.${last}`, `${first.charAt(0)}.${last}`, `${last}.${first}`]));
  // The number keeps addresses apart: two people of one name must not share an account.
  const email = head
    ? `${local}@${mailName(head)}-${number}.example`
    : `${local}${number}@${draw.pick(names.MAIL_DOMAINS)}`;
  return {
    first,
    last,
    email,
    company,
    city: draw.pick(names.CITIES[region]),
    street: `${draw.pick(names.STREETS[region])} ${draw.integer(1, 140)}`,
    // 0555 is nobody's area.
    phone: `+${draw.integer(991, 999)} 555 ${draw.integer(10_000, 99_999)}-${draw.integer(10, 99)}`,
    vip: draw.chance(company ? 0.09 : 0.02),
    customerNumber: `K${draw.integer(100_000, 999_999)}`,
  };
}

function mailName(name: string): string {
  const plain = name.toLowerCase().replaceAll("ß", "ss").replaceAll("ı", "i").normalize("NFD");
  return plain.replace(/[^a-z.]/g, "");
}
