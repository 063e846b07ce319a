/**
 * What is read and validated, but changes nothing yet: the references say so. `tests/docs/reference.test.ts` fails when an entry
 * is used after all, or when something that nobody uses is missing here.
 */
export const environmentWithoutEffect: readonly string[] = [
  "OTAI_SECRET_KEY",
  "TRIAGE_URL",
  "REPLY_URL",
  "QA_URL",
  "SENTIMENT_URL",
  "KB_URL",
];

/** Top-level keys of the configuration. */
export const configurationWithoutEffect: readonly string[] = ["routing", "services", "models", "pipelines", "privacy"];
