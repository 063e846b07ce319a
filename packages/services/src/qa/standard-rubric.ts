import type { Rubric } from "@otai/service-api/qa-rubric";

const base = { scale: [1, 5] as [number, number], critical: false, na_allowed: true };

/** The rubric of a fresh installation, with its published weights. */
export const standardRubric: Rubric = {
  id: "standard",
  name: "Standard Support",
  version: 1,
  criteria: [
    {
      ...base,
      name: "empathy",
      description: "Does the agent take the customer's situation seriously?",
      weight: 0.25,
      anchors: {
        "1": "Ignores or brushes off what the customer reports",
        "5": "Acknowledges it at once, courteous throughout",
      },
    },
    {
      ...base,
      name: "resolution",
      description: "Was the customer's matter solved, or brought as far as it can be?",
      weight: 0.35,
      anchors: { "1": "Not answered, or still open at the end", "5": "Solved, and the customer confirms it" },
    },
    {
      ...base,
      name: "communication",
      description:
        "Is the writing clear, complete and in the customer's language? Spelling of a second language does not count.",
      weight: 0.25,
      anchors: { "1": "Hard to follow or rude", "5": "Greets, explains in clear sentences, offers further help" },
    },
    {
      ...base,
      name: "efficiency",
      description: "Was it done without needless replies, repetition and waiting?",
      weight: 0.15,
      anchors: {
        "1": "The customer had to repeat or wait again and again",
        "5": "As few replies as the matter allows",
      },
    },
  ],
  groups: [],
  languages: [],
};
