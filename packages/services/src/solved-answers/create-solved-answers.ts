import { cutText } from "@otai/text/clean";
import type { LanguageDetector } from "@otai/text/language";
import { redact } from "@otai/text/personal-data";
import { replyText } from "@otai/text/prepare";
import type {
  AnswersOfTickets,
  Forgotten,
  SolvedAnswers,
  SolvedRecord,
  SolvedRepositories,
} from "../ports/solved-answers.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";
import { chooseAnswer } from "./choose-answer.ts";
import { FreshQuestions } from "./fresh-questions.ts";
import type { SolvedTicket } from "./solved-ticket.ts";

export interface SolvedAnswersParts {
  readonly store: UnitOfWork<SolvedRepositories>;
  readonly detector: LanguageDetector;
  /** Names of the ticket systems of this installation. */
  readonly connections: readonly string[];
  /** Answers kept per connection, the newest ones. */
  readonly most: number;
}

export interface SolvedAnswersService extends SolvedAnswers, AnswersOfTickets {
  /** Takes what an agent answered in a solved ticket, in place of what was kept of that ticket. @returns false when there is no answer to keep. */
  keep(ticket: SolvedTicket): Promise<boolean>;
  /** @returns how many answers are gone. */
  remove(which: Forgotten): Promise<number>;
}

const longestQuestion = 2_000;
const longestAnswer = 4_000;
/** Some of what memory finds may be erased meanwhile. */
const spare = 3;
/** Values that one question to the store may name. */
const mostTickets = 500;
/** Below it a detected language is a guess. */
const sureLanguage = 0.5;

/** Answers of agents to solved tickets: kept when a ticket is solved, found for the drafts of the same helpdesk. */
export function createSolvedAnswers({ store, detector, connections, most }: SolvedAnswersParts): SolvedAnswersService {
  const questions = new FreshQuestions(store, most);
  const only = connections.length === 1 ? connections[0]! : null;
  return {
    async keep(ticket) {
      const { connection, ticketId, subject, messages, solvedAt: at } = ticket;
      const drafts = await store.read((tx) => tx.drafts.listOfTicket(connection, ticketId));
      const chosen = chooseAnswer(ticket, drafts);
      if (chosen === null) {
        await store.write((tx) => tx.solvedAnswers.remove({ connection, ticketId }));
        return false;
      }
      const first = messages.find(({ role }) => role === "customer")!.text;
      const { customerName } = ticket;
      const names = customerName === null ? [] : [customerName];
      const safe = (text: string, longest: number) => redact(cutText(text, longest), undefined, names).text;
      const question = safe(`${subject}\n${replyText(first, subject) || first}`, longestQuestion);
      const answer = safe(chosen, longestAnswer);
      const detected = detector.detect(answer);
      const language = detected.confidence >= sureLanguage ? detected.language : null;
      await store.write(async ({ solvedAnswers }) => {
        const revision = await solvedAnswers.nextRevision();
        await solvedAnswers.put({ connection, ticketId, question, answer, language, at, revision });
        await solvedAnswers.keepNewest(connection, most);
      });
      return true;
    },

    async find(text, { connection, language, topK }) {
      const helpdesk = connection ?? only;
      if (helpdesk === null) return [];
      const shelf = await questions.get(helpdesk);
      if (shelf === null) return [];
      const hits = shelf.find(text, language, topK + spare);
      const tickets = hits.map(({ ticketId }) => ticketId);
      const records = await store.read((tx) => tx.solvedAnswers.list(helpdesk, tickets));
      const answers = new Map(records.map(({ ticketId, answer }) => [ticketId, answer]));
      for (const ticketId of tickets) if (!answers.has(ticketId)) shelf.forget(ticketId);
      return hits
        .flatMap(({ ticketId, similarity }) => {
          const answer = answers.get(ticketId);
          return answer === undefined ? [] : [{ ticketId, answer, similarity }];
        })
        .slice(0, topK);
    },

    async ofTickets(tickets) {
      const named = tickets.map(({ connection, ticketId }) => ({ helpdesk: connection ?? only, ticketId }));
      const helpdesks = new Set(named.map(({ helpdesk }) => helpdesk));
      const found = new Map<string, SolvedRecord>();
      const keyOf = (helpdesk: string | null, ticketId: string) => JSON.stringify([helpdesk, ticketId]);
      for (const helpdesk of helpdesks) {
        if (helpdesk === null) continue;
        const ids = named.filter((one) => one.helpdesk === helpdesk).map(({ ticketId }) => ticketId);
        const records = await store.read((tx) =>
          tx.solvedAnswers.list(helpdesk, [...new Set(ids)].slice(0, mostTickets)),
        );
        for (const record of records) found.set(keyOf(helpdesk, record.ticketId), record);
      }
      const keys = new Set(named.map(({ helpdesk, ticketId }) => keyOf(helpdesk, ticketId)));
      return [...keys].flatMap((key) => found.get(key) ?? []);
    },

    remove: (which) => store.write((tx) => tx.solvedAnswers.remove(which)),
  };
}
