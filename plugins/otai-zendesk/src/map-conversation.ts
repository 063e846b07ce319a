import type { Message, Role } from "@otai/plugin-api/message";
import type { RawComment, RawUser } from "./schema.ts";

/** Channels and relations that stand for a rule of the account, not for a person. */
const machineChannels = new Set(["rule", "system"]);
const machineRelations = new Set(["trigger", "automation", "sla_policy"]);

/** A comment in OTAI's words; who said it is decided by the author's role alone (ZD-20). */
export function mapComment(comment: RawComment, users: ReadonlyMap<string, RawUser>): Message {
  const author = comment.author_id === null ? undefined : users.get(comment.author_id);
  const role = mapRole(author);
  const unknown = comment.author_id === null || comment.author_id.startsWith("-");
  return {
    id: comment.id,
    role,
    authorId: unknown ? null : comment.author_id,
    authorName: author === undefined || author.name === "" ? null : author.name,
    body: comment.plain_body ?? comment.body,
    private: !comment.public,
    automated: role === "system" || writtenByRule(comment),
    createdAt: Date.parse(comment.created_at),
  };
}

function mapRole(author: RawUser | undefined): Role {
  if (author?.role === "end-user") return "customer";
  return author?.role === "agent" || author?.role === "admin" ? "agent" : "system";
}

function writtenByRule({ via }: RawComment): boolean {
  return machineChannels.has(String(via?.channel)) || machineRelations.has(via?.source?.rel ?? "");
}
