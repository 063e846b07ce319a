import { parseIntents } from "../../parse-phrases.ts";

export const complaints = parseIntents(`
= bad-service, pressing, Problem
? [Réclamation|Plainte|Service déplorable]
- [Je tiens à me plaindre|Je dépose une réclamation] [de votre service|d'un employé impoli|du livreur], [on m'a raccroché au nez|c'est inacceptable].
- J'attends une réponse depuis {days} jours, [c'est inacceptable|je veux parler à un responsable].
- Vous m'aviez promis [un rappel|une solution|un dédommagement], rien n'est venu, [je suis très déçue|j'irai voir une association de consommateurs].
> Toutes nos excuses; je reprends votre dossier et vous appelle aujourd'hui.
`);
