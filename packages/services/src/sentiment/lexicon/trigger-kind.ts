/** Why a phrase announces an escalation. `harmless` phrases only look like it: "password manager". */
export type TriggerKind =
  | "legal"
  | "churn"
  | "rival"
  | "refund"
  | "public"
  | "superior"
  | "anger"
  | "repeated"
  | "deadline"
  | "harmless";
