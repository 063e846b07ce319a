import { parseIntents } from "../../parse-phrases.ts";

export const billing = parseIntents(`
= charged-twice, pressing, Problem
? [Double prélèvement|Débité deux fois] [{invoice}|]
- [J'ai été débitée deux fois|Vous avez prélevé deux fois] la somme de {amount} [pour la facture {invoice}|le {date}].
- [Sur mon relevé|Sur ma carte] il y a deux [débits|paiements] de {amount}, [merci de rembourser le second|c'est une erreur].
> Le second débit était une erreur; {amount} vous sont recrédités aujourd'hui.
= invoice-copy, calm, Question
? [Facture manquante|Copie de facture|Facture {invoice}]
- [Pourriez-vous m'envoyer|Je n'ai pas reçu|Il me manque] la facture [{invoice}|de {month}|avec TVA] [pour ma comptabilité|]?
- La facture {invoice} est [à la mauvaise adresse|au nom d'une autre société], il faut [indiquer|mettre] {company}, {city}.
> Vous trouverez la facture {invoice} en pièce jointe.
= price-and-reminder, pressing, Problem
? [Rappel de paiement|Relance injustifiée|Hausse de prix] [{invoice}|]
- J'ai reçu [une relance|un rappel de paiement] pour {invoice}, [pourtant j'ai payé le {date}|le virement est parti].
- Pourquoi [mon abonnement|la formule {plan}] [coûte|passe à] {amount} [par mois|] au lieu de {amount2}?
> Votre virement a été affecté à {invoice}, la relance est annulée.
= cancel-subscription, usual, Question
? [Résiliation|Résilier l'abonnement] [{plan}|]
- Je souhaite résilier [mon abonnement|la formule {plan}] [au {soon}|dès que possible], [plus de prélèvement s'il vous plaît|merci de confirmer].
- [Comment changer|Je veux changer] [mon moyen de paiement|mes coordonnées bancaires|la carte de paiement] [pour la formule {plan}|]?
> Votre formule {plan} prend fin le {soon}; il n'y aura plus de prélèvement.
`);
