import { parseIntents } from "../../parse-phrases.ts";

export const account = parseIntents(`
= password-reset, usual, Question
? [Mot de passe oublié|Réinitialisation du mot de passe]
- J'ai oublié mon mot de passe et [le courriel de réinitialisation n'arrive pas|le lien a expiré].
- Mon nouveau mot de passe [n'est pas accepté|est refusé], [identifiant {email}|j'ai essayé trois fois].
> Un nouveau lien valable deux heures a été envoyé à {email}.
= locked-out, pressing, Incident
? [Compte bloqué|Compte piraté|Accès refusé]
- Mon compte est [bloqué|désactivé] [après plusieurs essais|sans raison|depuis le {date}], [pouvez-vous le débloquer|comment me connecter]?
- Il y a eu une connexion [inconnue|depuis un autre pays] sur mon compte, [ce n'était pas moi|je crois qu'on m'a piratée].
> Votre compte est débloqué; choisissez un nouveau mot de passe à la prochaine connexion.
= two-factor, usual, Question
? [Code de connexion|Double authentification] [non reçu|nouveau téléphone]
- Le code [SMS|de vérification] n'arrive pas [quand je me connecte|], [j'ai changé de téléphone|réinitialisez l'authentification s'il vous plaît].
- [Merci d'ajouter|Comment inviter] [une collègue|un utilisateur|un administrateur] [à notre compte d'équipe|], l'invitation échoue.
> Le second facteur de {email} est réinitialisé.
= delete-account, calm, Question
? [Supprimer mon compte|Données personnelles|Changer d'adresse mail]
- [Supprimez|Je souhaite supprimer] mon compte utilisateur [et mes données personnelles|selon le RGPD].
- Je voudrais [changer l'adresse mail|modifier l'identifiant] de mon profil [en {email}|].
> Votre profil sera supprimé le {soon}.
`);
