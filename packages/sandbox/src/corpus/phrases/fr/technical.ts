import { parseIntents } from "../../parse-phrases.ts";

export const technical = parseIntents(`
= wifi-pairing, usual, Problem
? {product} [ne se connecte plus|hors ligne|Wi-Fi]
- [Mon|Notre] {product} [ne se connecte plus au Wi-Fi|perd la connexion|reste hors ligne] [depuis {weekday}|depuis le changement de box|].
- L'appairage de {product} [échoue|s'arrête] avec {code}, le voyant [clignote|reste rouge].
> Maintenez le bouton dix secondes, puis refaites l'appairage sur le réseau 2,4 GHz.
= app-crash, usual, Incident
? [L'application plante|Plantage] [version {version}|]
- L'application [plante|se ferme|reste blanche] [au démarrage|quand j'ouvre {product}|depuis la mise à jour {version}].
- La mise à jour {version} [échoue|bloque à {quantity} %], {product} [redémarre sans arrêt|ne réagit plus].
> Le plantage est corrigé dans la version {version}; merci de mettre à jour.
= error-code, usual, Problem
? [Erreur|Code] {code} [{product}|]
- {product} affiche [l'erreur|le code] {code} [et bipe|et s'arrête], que signifie-t-il?
- Le programme horaire de {product} [ne démarre pas|démarre la nuit], [les mesures ne sont plus à jour|la synchronisation ne marche pas].
> {code} signale un capteur sans valeur; débranchez cinq minutes et nettoyez les contacts.
= outage, pressing, Incident
? [Panne|Serveur injoignable|Caisse bloquée]
- [Votre serveur est-il en panne|Y a-t-il une panne]? [Tous les appareils sont hors ligne|Le tableau de bord ne répond plus] depuis {time}.
- [La caisse|L'imprimante de tickets|Le lecteur de carte] [ne répond plus|n'imprime rien|est bloquée] depuis ce matin.
> La panne de {time} est résolue; redémarrez les appareils encore hors ligne.
`);
