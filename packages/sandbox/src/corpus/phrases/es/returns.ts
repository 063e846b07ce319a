import { parseIntents } from "../../parse-phrases.ts";

export const returns = parseIntents(`
= return-label, calm, Question
? [Etiqueta de devolución|Devolución] [{order}|{product}]
- Quiero devolver {product} [del pedido {order}|], ¿[dónde está la etiqueta|cómo hago la devolución]?
- Ejerzo mi derecho de desistimiento de {product}, [entregado el {date}|pedido {order}].
> Le adjunto la etiqueta de devolución de {order}.
= defective, usual, Problem
? {product} [defectuoso|roto], [cambio|garantía]
- {product} [se rompió a los {days} días|llegó roto|es defectuoso], [quiero un cambio|¿lo cubre la garantía?]
- Se ha roto el {part}, pido [un recambio|la reparación en garantía].
> La garantía cubre la pieza; hoy sale un aparato nuevo.
= refund-status, usual, Refund
? [Reembolso|Devolución recibida] [{order}|{amount}]
- Devolví {product} el {date}, [¿cuándo me reembolsan?|sigo sin el reembolso de {amount}].
- Me reembolsaron {amount2} en vez de {amount} por la devolución.
> Su devolución está revisada; {amount} llegan en tres días.
`);
