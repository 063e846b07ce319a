import { parseAllLists } from "../../parse-phrases.ts";

/** Letters that could mean anything; the head names the queues they come from. */
export const hazy = parseAllLists(`
= billing returns orders
- [Sigo esperando mi dinero|Hay un error|Revisen por favor] de {order}.
- [Anulen|Cancelen] {order}, [ya no lo quiero|he cambiado de idea].
= technical returns account
- {product} [no funciona|está estropeado|da problemas]. [¿Qué hago?|¿Y ahora?]
- [Nada funciona desde el {weekday}|La aplicación no me deja entrar|Error {code} al empezar].
= sales features technical billing
- ¿[Puede|Sirve] {product} [con {product2}|para {quantity} habitaciones]?
- [Consulta|Información] sobre la tarifa {plan}, [cuánto|cómo] [es|se hace]?
= complaints orders returns
- [Sigue sin llegar nada|Otra vez igual|Esto no es normal]. {order}. [Espero.|¿Qué pasa?]
= billing technical account orders returns complaints sales features
- [Llámenme|Por favor llamen] al {phone}, [es por {order}|sobre {product}|].
- [Tengo una pregunta|Necesito ayuda] [sobre {order}|con {product}|, cliente {customer}].
`);
