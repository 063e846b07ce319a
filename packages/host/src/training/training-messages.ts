import type { ModelRecord } from "@otai/core/ports/learning";
import type { Progress } from "@otai/intelligence/train";

export interface TrainingOrder {
  readonly storeUrl: string | null;
  readonly dataDir: string;
  readonly connectionUid: string;
}

export type TrainingMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly record: ModelRecord }
  | { readonly kind: "failed"; readonly name: string; readonly message: string };
