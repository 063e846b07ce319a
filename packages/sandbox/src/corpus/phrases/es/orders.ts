import { parseIntents } from "../../parse-phrases.ts";

export const orders = parseIntents(`
= where-is, usual, Question
? [Dónde está mi pedido|Entrega retrasada|Seguimiento] {order}
- ¿[Dónde está|Cuándo llega] mi pedido {order}? [Tenía que llegar el {date}|Lo pedí el {date}].
- El pedido {order} [no ha llegado|sigue sin entregarse] después de {days} días.
> {order} salió con {carrier}, número {tracking}; entrega prevista el {soon}.
= tracking, usual, Question
? [Paquete|Envío] {tracking}
- El seguimiento {tracking} [no avanza|dice entregado], [pero no he recibido nada|desde el {date}].
- El repartidor [no llamó al timbre|dejó el paquete bajo la lluvia], [repitan la entrega|el paquete vuelve al almacén].
> Hemos abierto una búsqueda con {carrier}.
= change-address, pressing, Question
? [Cambiar dirección de entrega|Cancelar pedido] {order}
- La dirección de entrega de {order} está mal, envíen a {street}, {city}.
- ¿Puedo cancelar el pedido {order} [antes del envío|, lo pedí por error]?
> La dirección de {order} está cambiada.
= missing-item, usual, Problem
? [Falta un artículo|Artículo equivocado|Entrega incompleta]
- Llegó el paquete {order}, pero falta [el {part}|{product}|una caja].
- Recibí {product2} en vez de {product}, ¿cuándo llega el correcto?
> El artículo que falta sale hoy.
`);
