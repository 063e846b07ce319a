import { parseIntents } from "../../parse-phrases.ts";

export const complaints = parseIntents(`
= bad-service, pressing, Problem
? [Reclamación|Queja|Pésimo servicio]
- [Quiero quejarme|Presento una reclamación] [por su servicio|por un empleado maleducado|por el repartidor], [me colgaron|es inaceptable].
- Espero respuesta desde hace {days} días, [es inaceptable|quiero hablar con un responsable].
- Me prometieron [una llamada|una solución|una compensación] y nada, [estoy muy decepcionada|acudiré a consumo].
> Le pedimos disculpas; llevo su caso y le llamo hoy.
`);
