import { parseLists } from "../../parse-phrases.ts";
import { MANNER_LISTS } from "../manner-lists.ts";

export const manners = parseLists(
  MANNER_LISTS,
  `
= greeting
- [Bonjour|Bonsoir|Bonjour à tous|Madame, Monsieur],
= opening
- [J'espère que vous allez bien|Je me permets de vous écrire|Je ne sais pas à qui m'adresser].
- [Je suis cliente chez vous depuis {month}|Mon numéro de client est {customer}|Personne ne répond au téléphone].
= background
- [Nous avons acheté|J'ai acheté] {product} [en {month}|pour notre bureau à {city}|pour ma mère].
- L'appareil se trouve [dans la cuisine|dans la serre|au salon|dans notre gîte à {city}].
- [Mon mari|Ma voisine|Mon collègue] [a le même modèle|dit la même chose|s'en sert aussi].
- [Photo ci-jointe|Voir la capture jointe|La commande était {order}|J'ai la formule {plan}].
- Nous tenons [un petit café|une chambre d'hôtes|deux boutiques] à {city}.
= joiner
- [Autre chose|Par ailleurs|Au fait|J'en profite pour demander]:
= closing
- [Merci d'avance|Merci beaucoup|Merci pour votre aide].
- [Dans l'attente de votre réponse|Vous pouvez me joindre au {phone}|Dites-moi ce que je dois faire].
= signoff
- [Cordialement|Bien à vous|Bonne journée|Salutations|Sincères salutations],
= vague_subject
- [Problème|Question|Aide|Demande|Bonjour|Urgent|Suite|Votre message|{order}|{product}|Client {customer}]
- [Question|Problème] [sur|concernant] [{product}|{order}|mon compte|ma commande]
= low
- [Ce n'est pas pressé|Quand vous aurez le temps|Simple curiosité].
= high
- [Il me faut une réponse avant le {soon}|C'est important pour nous|C'est ma deuxième demande|J'attends depuis {days} jours].
= urgent
- [URGENT|C'est très urgent]: [tout est à l'arrêt|nous perdons des ventes|appelez-moi tout de suite au {phone}|il nous faut une solution aujourd'hui].
= angry
- [C'est inadmissible|C'est une honte|Je suis furieuse|Plus jamais] !
- [Vous lisez vos messages|Pour quoi est-ce que je paie] ???
= resend
- [Je vous ai déjà écrit hier|Je renvoie mon message|Deuxième envoi]:
= phone_note
- [Appel de {name}|Client au téléphone], {phone}:
= forward
- [Voir ci-dessous|Pour info].
= earlier
- Merci de votre message. [Nous revenons vers vous sous deux jours|Votre demande {ticket} a été enregistrée].
- Pourriez-vous nous envoyer [une photo|le numéro de commande|votre numéro de client] ?
= quote_header
- Le {date} à {time}, Brambelwerk Service <service@brambelwerk.example> a écrit :
= device_line
- Envoyé de mon [téléphone|portable]
= disclaimer
- Ce message peut contenir des informations confidentielles. {company}, {city}.
= thanks
- [Parfait, merci|Ça marche, merci beaucoup|Bien reçu] !
= agent_greeting
- Bonjour {first} {last}, [merci de votre message|merci de votre patience].
= agent_question
- Pourriez-vous m'envoyer [le numéro de commande|une photo|le numéro de série] ?
= customer_answer
- [Voici|Bien sûr]: [{order}|numéro de série {serial}|la photo est jointe].
= agent_closing
- [N'hésitez pas à nous écrire à nouveau|Nous restons à votre disposition].
= agent_goodbye
- Avec plaisir ! Je clôture la demande; [répondez simplement si cela revient|une réponse la rouvre].
= note
- [Vu avec l'entrepôt|Demandé à {carrier}|Déplacé, mauvaise file].
= away_subject
- [Réponse automatique|Absence du bureau]
= away
- Merci pour votre message. Je suis [absente|en congé|en déplacement] jusqu'au {soon}. En cas d'urgence, appelez le {phone}.
= spam_subject
- [Augmentez vos ventes|Crédit immédiat|Vous avez gagné|Proposition de partenariat]
= spam
- Votre site est mal référencé. Pour {amount} nous le plaçons [en première page|en tête]. Répondez "OUI".
- Félicitations ! Vous gagnez {amount}. Envoyez vos coordonnées bancaires avant le {soon} à gain@{ticket}-prix.example.
`,
);
