import type { DeskUser } from "../../desk/desk-model.ts";
import type { NewMessage } from "../../desk/desk-mutation.ts";
import type { Flavour } from "./flavours.ts";
import { refusal } from "./operation-error.ts";
import { CHANNELS, SENDER_TYPES } from "./otobo-words.ts";
import { plainText } from "./plain-text.ts";
import { isRecord, isTrue } from "./request-data.ts";

/** The stock types. The desk sends no auto responses; which one is asked for is checked all the same. */
const AUTO_RESPONSES = ["auto reply", "auto reject", "auto follow up", "auto reply/new ticket", "auto remove"];
/** Nobody of the desk. */
const SYSTEM_AUTHOR = -1;

/**
 * The message that `Article` asks for. It is visible to the customer unless `IsVisibleForCustomer` is `0`, `"0"`,
 * false or empty: a missing key, null and the text "false" are all visible. Attachments are not kept.
 * @throws OperationError
 */
export function newArticle(
  flavour: Flavour,
  operation: string,
  input: unknown,
  caller: DeskUser,
  requesterId: number,
): NewMessage {
  const invalid = (what: string) => refusal(operation, "InvalidParameter", `${what} parameter is invalid!`);
  if (!isRecord(input) || Object.keys(input).length === 0) throw invalid("Article");
  const channel = CHANNELS.find((known) => known.name === (input.CommunicationChannel ?? "Internal"));
  if (channel === undefined) throw invalid("Article->CommunicationChannel or Article->CommunicationChannelID");
  const sender = SENDER_TYPES.find((known) => known.name === (input.SenderType ?? "agent"));
  if (sender === undefined) throw invalid("Article->SenderTypeID or Article->SenderType");
  const missing = (what: string) => refusal(operation, "MissingParameter", `Article->${what}`);
  const subject = trimmed(input.Subject).replace(/[\r\n]+/g, " ");
  const body = trimmed(input.Body).replaceAll("\r\n", "\n");
  if (!isTrue(subject)) throw missing("Subject parameter is missing!");
  if (!isTrue(body)) throw missing("Body parameter is missing!");
  if (!isTrue(input.ContentType) && !(isTrue(input.MimeType) && isTrue(input.Charset))) {
    throw missing("ContentType or Ticket->MimeType and Article->Charset parameters are required!");
  }
  if (isTrue(input.AutoResponseType) && !AUTO_RESPONSES.includes(String(input.AutoResponseType))) {
    throw invalid("Article->AutoResponseType");
  }
  const isHtml = String(input.ContentType ?? input.MimeType).startsWith("text/html");
  const sends = flavour.name === "znuny" && isTrue(input.ArticleSend) && isTrue(input.To);
  return {
    authorId: sender.name === "agent" ? caller.id : sender.name === "customer" ? requesterId : SYSTEM_AUTHOR,
    public: isVisible(input),
    text: isHtml ? plainText(body) : body,
    html: isHtml ? body : null,
    channel: channel.channel,
    subject,
    ...(sends ? { mailedTo: String(input.To) } : {}),
  };
}

function isVisible(input: Record<string, unknown>): boolean {
  const flag = input.IsVisibleForCustomer;
  return flag === undefined || flag === null || isTrue(flag);
}

function trimmed(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
