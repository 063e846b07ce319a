import type { LanguageModel } from "@otai/service-api/language-model";
import type { LanguageDetector } from "@otai/text/language";
import type { QaTransaction } from "../ports/qa.ts";
import type { Clock, Ids } from "../ports/surroundings.ts";
import type { UnitOfWork } from "../ports/unit-of-work.ts";

export interface QaSurroundings {
  readonly store: UnitOfWork<QaTransaction>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly detector: LanguageDetector;
  /** `null`: the embedded engine alone. */
  readonly languageModel: LanguageModel | null;
  /** Milliseconds after which the embedded engine answers instead. */
  readonly modelTimeoutMs?: number;
  /** Id of the rubric for requests that name none. */
  readonly defaultRubric?: string;
}
