export type AutoMailKind = "auto-reply" | "out-of-office" | "bounce" | "spam";

export interface Mail {
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What kind of mail no person wrote to us: no draft and no sentiment for these. Null for everything else. Headers decide where
 * they are given (RFC 3834, RFC 3464); phrases in English, German, French and Spanish count only at the start of the
 * subject or of a line, and a person who announces a holiday is no machine. "spam" needs a filter's verdict or
 * several marks at once. Linear in the length of the input.
 */
export function detectAutoMail(mail: Mail): AutoMailKind | null {
  const subject = mail.subject.slice(0, 300).trim().toLowerCase();
  const body = mail.body.slice(0, 4_000).toLowerCase();
  const headers = lowerCaseKeys(mail.headers ?? {});
  if (isBounce(subject, body, headers)) return "bounce";
  const deputy = DEPUTY.some((phrase) => body.includes(phrase));
  const absent = ABSENT.some((phrase) => body.includes(phrase));
  if (isAutoSubmitted(headers))
    return absent || startsWithAny(subject, ABSENCE_SUBJECTS) ? "out-of-office" : "auto-reply";
  if (isMarked(subject, ABSENCE_SUBJECTS)) return "out-of-office";
  if (isMarked(subject, AUTO_SUBJECTS)) return absent || deputy ? "out-of-office" : "auto-reply";
  if (absent && deputy) return "out-of-office";
  if (body.split("\n").some((line) => startsWithAny(line.replace(/^[\s*[(_-]{1,10}/, ""), AUTO_LINES)))
    return "auto-reply";
  return isSpam(`${subject}\n${body}`, headers) ? "spam" : null;
}

type Headers = Readonly<Record<string, string>>;

function lowerCaseKeys(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.toLowerCase()]));
}

const startsWithAny = (text: string, starts: readonly string[]): boolean =>
  starts.some((start) => text.startsWith(start));

/** The marker stands alone or before a colon: "Automatic reply: Order", but not "Automatic reply does not work". */
const isMarked = (subject: string, markers: readonly string[]): boolean =>
  markers.some((marker) => subject.startsWith(marker) && /^(?:$| ?[:(\-–])/.test(subject.slice(marker.length)));

/** RFC 3834, 5: any keyword but "no" is a machine's; the others are what programs used before it. */
function isAutoSubmitted(headers: Headers): boolean {
  const keyword = headers["auto-submitted"]?.split(";")[0]?.trim();
  return (
    (keyword !== undefined && keyword !== "" && keyword !== "no") ||
    headers["x-autoreply"] !== undefined ||
    headers["x-autorespond"] !== undefined ||
    headers.precedence?.trim() === "auto_reply"
  );
}

function isBounce(subject: string, body: string, headers: Headers): boolean {
  if (headers["x-failed-recipients"] !== undefined) return true;
  const type = headers["content-type"] ?? "";
  if (type.includes("multipart/report") && type.includes("delivery-status")) return true;
  if (headers["return-path"]?.trim() === "<>" && /^[^@]{0,60}(?:mailer-daemon|postmaster)@/.test(headers.from ?? ""))
    return true;
  // "Delivery failed" may be about a parcel: a subject alone is not enough.
  return startsWithAny(subject, BOUNCE_SUBJECTS) && BOUNCE_WORDS.some((word) => body.includes(word));
}

function isSpam(text: string, headers: Headers): boolean {
  if (headers["x-spam-flag"]?.trim() === "yes" || headers["x-spam-status"]?.trimStart().startsWith("yes")) return true;
  return SPAM_MARKS.filter((mark) => text.includes(mark)).length >= 3;
}

const BOUNCE_SUBJECTS = [
  "undelivered mail returned to sender",
  "mail delivery failed",
  "mail delivery failure",
  "delivery status notification (failure)",
  "returned mail:",
  "undeliverable:",
  "failure notice",
  "unzustellbar:",
  "nicht zustellbar:",
  "nachricht nicht zugestellt",
  "non remis",
  "échec de la remise",
  "no se puede entregar:",
  "no entregado:",
];
const BOUNCE_WORDS = [
  "smtp",
  "mailer-daemon",
  "mail delivery s",
  "postmaster",
  "recipient",
  "5.1.1",
  "550 ",
  "could not be delivered",
  "konnte nicht zugestellt werden",
  "n'a pas pu être remis",
  "no se pudo entregar",
];
const ABSENCE_SUBJECTS = [
  "out of office",
  "out of the office",
  "out of office autoreply",
  "auto: away",
  "auto: out of",
  "away:",
  "ooo",
  "abwesenheitsnotiz",
  "abwesenheitsmeldung",
  "abwesenheitsbenachrichtigung",
  "absence du bureau",
  "message d'absence",
  "notification d'absence",
  "fuera de la oficina",
  "fuera de oficina",
  "aviso de ausencia",
];
const AUTO_SUBJECTS = [
  "automatic reply",
  "automatic response",
  "automated reply",
  "automated response",
  "autoreply",
  "auto reply",
  "auto-reply",
  "auto response",
  "automatische antwort",
  "automatische empfangsbestätigung",
  "réponse automatique",
  "respuesta automática",
  "respuesta automatica",
];
const ABSENT = [
  "out of the office",
  "out of office",
  "on annual leave",
  "on vacation until",
  "on holiday until",
  "on leave until",
  "travelling until",
  "traveling until",
  "away until",
  "on parental leave",
  "nicht im büro",
  "nicht im haus",
  "außer haus",
  "im urlaub",
  "abwesend",
  "actuellement absent",
  "suis absent",
  "serai absent",
  "en congé",
  "fuera de la oficina",
  "de vacaciones",
  "estaré ausente",
  "estoy ausente",
];
const DEPUTY = [
  "limited access to e-mail",
  "limited access to email",
  "limited access to my email",
  "no access to email",
  "reply to your message when i return",
  "respond to your email when i return",
  "respond when i return",
  "reply on my return",
  "respond on my return",
  "reply upon my return",
  "respond upon my return",
  "will get back to you when i return",
  "will be answered after my return",
  "in urgent cases",
  "for urgent matters",
  "in dringenden fällen",
  "in dringenden angelegenheiten",
  "wird nicht weitergeleitet",
  "werden nicht weitergeleitet",
  "nicht automatisch weitergeleitet",
  "nach meiner rückkehr",
  "en cas d'urgence",
  "dès mon retour",
  "à mon retour",
  "en caso de urgencia",
  "para asuntos urgentes",
  "a mi regreso",
];
const AUTO_LINES = [
  "this is an automatic reply",
  "this is an automatic response",
  "this is an automated reply",
  "this is an automated response",
  "this is an automated message",
  "this is an auto-generated",
  "this is an automatically generated",
  "this message was generated automatically",
  "dies ist eine automatisch",
  "diese e-mail wurde automatisch",
  "diese nachricht wurde automatisch",
  "diese mail wurde automatisch",
  "ceci est un message automatique",
  "ceci est une réponse automatique",
  "ce message a été généré automatiquement",
  "este es un mensaje automático",
  "esta es una respuesta automática",
  "este mensaje ha sido generado automáticamente",
];
/** Three at once are an offer that nobody asked for. */
const SPAM_MARKS = [
  "increase your traffic",
  "rank your website",
  "first page of google",
  "seo services",
  "backlinks",
  "guest post",
  "100% free",
  "limited time offer",
  "act now",
  "click here to claim",
  "you have won",
  "you have been selected",
  "lottery",
  "online casino",
  "no deposit",
  "viagra",
  "weight loss",
  "work from home",
  "crypto investment",
  "double your",
  "guaranteed profit",
  "million dollars",
  "next of kin",
  "unclaimed inheritance",
  "herzlichen glückwunsch, sie haben gewonnen",
  "jetzt zugreifen",
  "schnell reich",
  "vous avez gagné",
  "usted ha ganado",
];
