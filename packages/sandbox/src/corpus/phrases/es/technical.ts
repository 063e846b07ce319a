import { parseIntents } from "../../parse-phrases.ts";

export const technical = parseIntents(`
= wifi-pairing, usual, Problem
? {product} [no se conecta|sin conexión|wifi]
- [Mi|Nuestro] {product} [no se conecta al wifi|pierde la conexión|aparece sin conexión] [desde el {weekday}|con el nuevo router].
- El emparejamiento de {product} falla con {code}, la luz [parpadea|sigue roja].
> Mantenga el botón diez segundos y empareje de nuevo en la red de 2,4 GHz.
= app-crash, usual, Incident
? [La aplicación se cierra|Fallo] [versión {version}|]
- La aplicación [se cierra|se bloquea|se queda en blanco] [al abrir {product}|desde la actualización {version}].
- La actualización {version} [falla|se queda en {quantity} %] y {product} [se reinicia solo|no responde].
> El fallo está corregido en la versión {version}.
= error-code, usual, Problem
? [Error|Código] {code} [{product}|]
- {product} muestra el [error|código] {code} [y pita|y se apaga], ¿qué significa?
- El horario de {product} [no arranca|se activa de noche] y [las mediciones no se sincronizan|la gráfica está vacía].
> {code} indica un sensor sin valor; desenchúfelo cinco minutos y limpie los contactos.
= outage, pressing, Incident
? [Caída del servicio|Servidor caído|Caja bloqueada]
- ¿Está caído el servidor? [Todos los aparatos sin conexión|El panel no carga] desde las {time}.
- [La caja|La impresora de recibos|El lector de tarjetas] [no responde|no imprime|se ha bloqueado] desde esta mañana.
> La avería de las {time} está resuelta; reinicie los aparatos.
`);
