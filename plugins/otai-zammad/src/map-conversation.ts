import type { Message, Role } from "@otai/plugin-api/message";
import { htmlToText } from "@otai/text/html";
import type { RawArticle } from "./schema.ts";

/** An article in OTAI's words; `null` for one without text (an attachment alone). */
export function mapArticle(raw: RawArticle): Message | null {
  const body = plainBody(raw);
  if (body.trim() === "") return null;
  const role = roleOf(raw.sender);
  const origin = role === "customer" && raw.origin_by_id != null;
  return {
    id: raw.id,
    role,
    authorId: (origin ? raw.origin_by_id : raw.created_by_id) ?? null,
    authorName: displayName(raw.from) ?? (origin ? raw.origin_by : raw.created_by) ?? null,
    body,
    private: raw.internal === true,
    automated: role === "system",
    createdAt: raw.created_at,
  };
}

/** Who said it, which is not who typed it: an agent writes down what a customer says on the phone (ZM-3). */
function roleOf(sender: string | null | undefined): Role {
  if (sender === "Customer") return "customer";
  return sender === "Agent" ? "agent" : "system";
}

export function plainBody({ body, content_type }: RawArticle): string {
  return /html/i.test(content_type ?? "") ? htmlToText(body ?? "") : (body ?? "");
}

/** `Ada Agent via Desk <desk@desk.example>` → `Ada Agent`. */
function displayName(from: string | null | undefined): string | null {
  const name = (from ?? "")
    .replace(/<[^>]*>/g, "")
    .replace(/"/g, "")
    .replace(/ via .*$/, "")
    .trim();
  return name === "" || name === "-" ? null : name;
}
