import { parseIntents } from "../../parse-phrases.ts";

export const returns = parseIntents(`
= return-label, calm, Question
? [Étiquette de retour|Retour] [{order}|{product}]
- Je voudrais renvoyer {product} [de la commande {order}|], [où trouver l'étiquette|comment faire le retour]?
- [Je me rétracte|J'exerce mon droit de rétractation] pour {product}, [livré le {date}|commande {order}].
> L'étiquette de retour pour {order} est jointe.
= defective, usual, Problem
? {product} [défectueux|cassé], [échange|garantie]
- {product} est [tombé en panne après {days} jours|arrivé cassé|défectueux], [je demande un échange|est-ce sous garantie]?
- Le {part} [s'est cassé|est fendu], je souhaite [un remplacement|une réparation sous garantie].
> La garantie couvre la pièce; un appareil de remplacement part aujourd'hui.
= refund-status, usual, Refund
? [Remboursement|Retour reçu] [{order}|{amount}]
- J'ai renvoyé {product} le {date}, [quand serai-je remboursée|toujours pas de remboursement de {amount}].
- Vous avez remboursé {amount2} au lieu de {amount} pour mon retour.
> Votre retour est contrôlé; {amount} vous sont remboursés sous trois jours.
`);
