import { type AnswerReader, answerReader } from "@otai/plugin-kit/answer-reader";

export const readAnswer: AnswerReader = answerReader("Freshdesk");
