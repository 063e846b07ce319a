import { parseAllLists } from "../../parse-phrases.ts";

/** Letters that could mean anything; the head names the queues they come from. */
export const hazy = parseAllLists(`
= billing returns orders
- [J'attends toujours mon argent|Il y a une erreur|Merci de vérifier] pour {order}.
- [Merci d'annuler|Annulez] {order}, [je n'en veux plus|j'ai changé d'avis].
= technical returns account
- {product} [ne marche pas|est en panne|pose problème]. [Que faire?|Et maintenant?]
- [Rien ne marche depuis {weekday}|L'application ne me laisse pas entrer|Erreur {code} au démarrage].
= sales features technical billing
- [Est-ce que {product} peut|Peut-on] [marcher avec {product2}|servir pour {quantity} pièces]?
- [Question|Renseignement] sur la formule {plan}, [combien|comment] [faire|ça se passe]?
= complaints orders returns
- [Toujours rien|Encore rien|Ce n'est pas normal]. {order}. [J'attends.|Que se passe-t-il?]
= billing technical account orders returns complaints sales features
- [Rappelez-moi|Merci de me rappeler] au {phone}, [c'est à propos de {order}|au sujet de {product}|].
- [J'ai une question|J'ai besoin d'aide] [sur {order}|avec {product}|, client {customer}].
`);
