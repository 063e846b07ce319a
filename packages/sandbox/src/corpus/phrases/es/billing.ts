import { parseIntents } from "../../parse-phrases.ts";

export const billing = parseIntents(`
= charged-twice, pressing, Problem
? [Cobro doble|Cargo duplicado] [{invoice}|]
- Me han cobrado dos veces {amount} [por la factura {invoice}|el {date}], [devuelvan un cargo|es un error].
- En mi [tarjeta|extracto] aparecen dos cargos de {amount}.
> El segundo cargo fue un error; hoy le devolvemos {amount}.
= invoice-copy, calm, Question
? [Falta la factura|Copia de factura|Factura {invoice}]
- [¿Pueden enviarme|No he recibido|Necesito] la factura [{invoice}|de {month}|con IVA] [para la contabilidad|].
- La factura {invoice} está [a nombre equivocado|con la dirección antigua], debe poner {company}, {city}.
> Le adjunto la factura {invoice}.
= reminder-price, pressing, Problem
? [Recordatorio de pago|Subida de precio|Recargo] [{invoice}|]
- He recibido un [recordatorio|aviso] de pago de {invoice}, pero [pagué el {date}|la transferencia está hecha].
- ¿Por qué la [cuota|tarifa {plan}] [cuesta ahora|ha subido a] {amount}, si antes pagaba {amount2}?
> Su transferencia está asignada a {invoice}; el aviso queda anulado.
= cancel-subscription, usual, Question
? [Baja|Cancelar suscripción|Domiciliación] [{plan}|]
- Quiero dar de baja [la suscripción|la tarifa {plan}] [desde el {soon}|cuanto antes], [no quiero más cargos|confírmenlo por favor].
- ¿Cómo cambio [la forma de pago|la cuenta bancaria|la tarjeta] [de la tarifa {plan}|]?
> Su tarifa {plan} termina el {soon}; no habrá más cargos.
`);
