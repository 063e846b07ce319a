import type { Reception } from "@otai/plugin-kit/reception";
import type { AlertMessage } from "./alert-message.ts";
import type { Finding } from "./finding.ts";

/** A way to one receiver. */
export interface AlertChannel {
  readonly key: string;
  /** For people; without anything secret. */
  readonly label: string;
  /** A failure is an answer, not a throw. */
  tell(message: AlertMessage, now: number): Promise<Reception>;
  /** As far as one sees without sending anything. */
  check(): Promise<Finding>;
}
