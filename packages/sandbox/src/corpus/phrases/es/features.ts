import { parseIntents } from "../../parse-phrases.ts";

export const features = parseIntents(`
= app-wishes, calm, Feature Request
? [Sugerencia|Idea] [para la aplicación|: modo oscuro|]
- [Estaría bien tener|Podrían añadir] [un modo oscuro|una exportación de datos|un modo vacaciones|un widget] en la aplicación.
- [Me gustaría|Sería útil] que {product} [funcionara con asistentes de voz|tuviera un depósito mayor|mirara el tiempo].
> Gracias por la idea, está en la lista del equipo.
`);
