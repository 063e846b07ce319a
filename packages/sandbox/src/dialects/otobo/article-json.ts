import type { DeskMessage, DeskTicket, DeskUser } from "../../desk/desk-model.ts";
import type { OtoboAccount } from "./otobo-account.ts";
import { agentId, agentLogin, CHANNELS, queueOf, ROOT, SENDER_TYPES } from "./otobo-words.ts";
import { plainText } from "./plain-text.ts";
import { isTrue, type RequestData } from "./request-data.ts";
import { withStringIds } from "./string-ids.ts";

/** One article of TicketGet. An HTML one comes as plain text; its HTML is an attachment, where both are asked for. */
export function articleJson(
  account: OtoboAccount,
  ticket: DeskTicket,
  message: DeskMessage,
  options: RequestData,
): RequestData {
  const { desk, time, flavour } = account;
  const author = desk.user(message.authorId);
  const sender = SENDER_TYPES[author === undefined ? 1 : desk.isAgent(message.authorId) ? 0 : 2]!;
  // The customer's web form and whatever else the family has no word for are internal articles.
  const channel = CHANNELS.find((known) => known.channel === message.channel) ?? CHANNELS[2]!;
  const charset = flavour.name === "otrs" ? "iso-8859-15" : "utf-8";
  const written = time.format(message.at);
  const by = sender.name === "agent" ? agentId(desk, message.authorId) : ROOT.id;
  const attachments = isTrue(options.Attachments) ? attachmentsOf(message, options) : [];
  const row: RequestData = {
    ArticleID: message.id,
    ArticleNumber: ticket.messages.indexOf(message) + 1,
    TicketID: ticket.id,
    From: fromOf(author, sender.name),
    To: message.mailedTo ?? (sender.name === "customer" ? queueOf(desk, ticket).name : ""),
    Cc: "",
    Bcc: "",
    ReplyTo: "",
    Subject: message.subject ?? ticket.subject,
    Body: message.html === null ? message.text : plainText(message.html),
    ContentType: `text/plain; charset=${charset}`,
    MimeType: "text/plain",
    Charset: charset,
    ContentCharset: charset,
    SenderType: sender.name,
    SenderTypeID: sender.id,
    CommunicationChannelID: channel.id,
    IsVisibleForCustomer: message.public ? 1 : 0,
    IncomingTime: Math.floor(message.at / 1000),
    CreateTime: written,
    ChangeTime: written,
    CreateBy: by,
    ChangeBy: by,
    MessageID: "",
    InReplyTo: "",
    References: "",
    IsDeleted: 0,
    IsEdited: 0,
    TimeUnit: 0,
    ...(isTrue(options.DynamicFields) ? { DynamicField: [{ Name: "ArticleScore", Value: null }] } : {}),
    ...(attachments.length > 0 ? { Attachment: attachments } : {}),
  };
  return withStringIds(flavour, row);
}

/** An agent's article bears his name alone, whoever wrote in bears an address. */
function fromOf(author: DeskUser | undefined, senderType: string): string {
  if (author === undefined) return agentLogin(author);
  return senderType === "agent" || !author.email ? author.name : `"${author.name}" <${author.email}>`;
}

function attachmentsOf(message: DeskMessage, options: RequestData): RequestData[] {
  if (message.html === null || !isTrue(options.HTMLBodyAsAttachment)) return [];
  const content = Buffer.from(message.html);
  const withContents = options.GetAttachmentContents === undefined || isTrue(options.GetAttachmentContents);
  return [
    {
      FileID: "2",
      Filename: "file-2",
      FilesizeRaw: String(content.length),
      ContentType: "text/html; charset=utf-8",
      Disposition: "inline",
      ContentID: "",
      ContentAlternative: "1",
      ...(withContents ? { Content: content.toString("base64") } : {}),
    },
  ];
}
