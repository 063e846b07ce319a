import type { ModelRecord } from "@otai/core/ports/learning";
import type { Progress } from "@otai/intelligence/train";
import type { SecretKeys } from "@otai/store/sealer";

export interface TrainingOrder {
  readonly storeUrl: string | null;
  readonly dataDir: string;
  /** The examples are sealed. Handed over by the pipe between parent and child, never as an argument that others see. */
  readonly secretKeys: SecretKeys;
  readonly connectionUid: string;
}

export type TrainingMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly record: ModelRecord }
  | { readonly kind: "failed"; readonly name: string; readonly message: string };
