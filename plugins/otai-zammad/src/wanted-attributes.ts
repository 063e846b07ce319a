import type { Attribute } from "./attributes.ts";

/** An attribute that OTAI writes to, as an administrator makes it. */
export interface WantedAttribute {
  readonly id: string;
  readonly object: Attribute["object"];
  readonly name: string;
  readonly label: string;
  readonly format: "Single selection field" | "Text";
  readonly options: readonly string[];
}

export function wantedAttributes(categories: readonly string[]): readonly WantedAttribute[] {
  const select = (object: Attribute["object"], name: string, label: string, options: readonly string[]) =>
    wanted(object, name, label, "Single selection field", options);
  return [
    select("Ticket", "ai_category", "AI Category", categories),
    select("Ticket", "ai_urgency", "AI Urgency", ["low", "medium", "high", "critical"]),
    wanted("Ticket", "ai_confidence", "AI Confidence", "Text", []),
    select("User", "sentiment_score", "Sentiment Score", ["positive", "neutral", "negative"]),
    wanted("User", "escalation_risk", "Escalation Risk", "Text", []),
  ];
}

function wanted(
  object: Attribute["object"],
  name: string,
  label: string,
  format: WantedAttribute["format"],
  options: readonly string[],
): WantedAttribute {
  const id = `${object.toLowerCase()}-attribute-${name.replaceAll("_", "-")}`;
  return { id, object, name, label, format, options };
}
