/** A legal notice says both that the mail is confidential and what a wrong recipient must do, or begins as only such notices do. */
export function isDisclaimer(paragraph: string): boolean {
  if (paragraph.length < 40) return false;
  const start = paragraph.slice(0, 1_500).toLowerCase();
  if (OPENINGS.some((opening) => start.startsWith(opening)) || isImprint(paragraph)) return true;
  if (!SUBJECTS.some((word) => start.includes(word))) return false;
  return SECRETS.some((word) => start.includes(word)) && RECIPIENTS.some((word) => start.includes(word));
}

/** What the law wants companies to put below their letters: at least two of its marks. */
export function isImprint(paragraph: string): boolean {
  const text = paragraph.slice(0, 1_000).toLowerCase();
  return IMPRINT.filter((mark) => text.includes(mark)).length >= 2;
}

const IMPRINT: readonly string[] = [
  "registered in",
  "registered office",
  "company no",
  "registration no",
  "vat",
  "amtsgericht",
  "handelsregister",
  "hrb ",
  "geschäftsführer",
  "ust-id",
  "sitz der gesellschaft",
  "siret",
  "siège social",
  "rcs ",
  "registro mercantil",
  "cif ",
  "nif ",
];
const OPENINGS: readonly string[] = [
  "confidentiality notice",
  "confidentiality note",
  "legal disclaimer",
  "disclaimer:",
  "please consider the environment before printing",
  "bitte denken sie an die umwelt",
  "bitte prüfen sie, ob diese mail wirklich ausgedruckt",
  "pensez à l'environnement avant d'imprimer",
  "antes de imprimir este",
  "avis de confidentialité",
  "aviso legal",
  "aviso de confidencialidad",
  "vertraulichkeitshinweis",
];
const SUBJECTS: readonly string[] = [
  "e-mail",
  "email",
  "message",
  "nachricht",
  "mail",
  "mensaje",
  "correo",
  "courriel",
];
const SECRETS: readonly string[] = ["confidential", "privileged", "vertraulich", "confidentiel", "confidencial"];
const RECIPIENTS: readonly string[] = [
  "intended recipient",
  "intended solely",
  "intended only",
  "intended for",
  "addressee",
  "in error",
  "rechtmäßige empfänger",
  "richtige adressat",
  "bestimmte empfänger",
  "irrtümlich",
  "destinataire",
  "destinatario",
  "por error",
];
