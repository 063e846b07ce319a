import { parseIntents } from "../../parse-phrases.ts";

export const sales = parseIntents(`
= quote, usual, Question
? [Devis|Demande de devis|Tarif revendeur] [{quantity} {product}|]
- [Pourriez-vous nous faire|Nous souhaitons] un devis pour {quantity} {product} [livrés à {city}|].
- [Avez-vous|Proposez-vous] [des remises par quantité|un tarif revendeur|une démonstration] pour {product}?
> Notre devis est joint, valable jusqu'au {soon}.
= product-advice, calm, Question
? [Conseil|Avant achat|{product} ou {product2}]
- {product} convient-il pour [un balcon|{quantity} m2|une maison ancienne], ou faut-il acheter {product2}?
- [Quelle formule choisir|Que conseillez-vous], {plan} ou {plan2}, pour {quantity} appareils?
> Pour cette surface {product} suffit.
`);
