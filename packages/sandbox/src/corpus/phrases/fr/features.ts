import { parseIntents } from "../../parse-phrases.ts";

export const features = parseIntents(`
= app-wishes, calm, Feature Request
? [Suggestion|Idée] [pour l'application|: mode sombre|]
- [Ce serait bien d'avoir|Pourriez-vous ajouter] [un mode sombre|un export des mesures|un mode vacances|un widget] dans l'application.
- [J'aimerais|Il serait utile] que {product} [fonctionne avec les assistants vocaux|ait un plus grand réservoir|tienne compte de la météo].
> Merci pour l'idée, elle est sur la liste de l'équipe.
`);
