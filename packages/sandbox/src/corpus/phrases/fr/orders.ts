import { parseIntents } from "../../parse-phrases.ts";

export const orders = parseIntents(`
= where-is, usual, Question
? [Où est ma commande|Livraison en retard|Suivi] {order}
- [Où est ma commande|Quand arrive ma commande] {order}? [Elle devait arriver le {date}|Commandée le {date}].
- La commande {order} [n'est toujours pas livrée|n'est pas arrivée] après {days} jours.
> {order} est partie avec {carrier}, numéro {tracking}; livraison prévue le {soon}.
= tracking, usual, Question
? [Colis|Suivi] {tracking}
- Le suivi {tracking} [ne bouge plus|indique livré], [mais je n'ai rien reçu|depuis le {date}].
- Le livreur [n'a pas sonné|a laissé le colis sous la pluie], [merci de relivrer|le colis repart chez vous].
> Une recherche est ouverte chez {carrier}.
= change-address, pressing, Question
? [Changer l'adresse de livraison|Annuler la commande] {order}
- L'adresse de livraison de {order} est fausse, envoyez à {street}, {city}.
- [Puis-je annuler|Merci d'annuler] la commande {order} [avant l'expédition|, commandée par erreur]?
> L'adresse de {order} est modifiée.
= missing-item, usual, Problem
? [Article manquant|Mauvais article|Livraison incomplète]
- Le colis {order} est arrivé, mais [le {part} manque|il manque {product}|un carton sur deux est absent].
- J'ai reçu {product2} au lieu de {product}, [quand arrive le bon|envoyez le bon article].
> L'article manquant part aujourd'hui du second entrepôt.
`);
