import { parseLists } from "../../parse-phrases.ts";
import { MANNER_LISTS } from "../manner-lists.ts";

export const manners = parseLists(
  MANNER_LISTS,
  `
= greeting
- [Hola|Buenos días|Buenas tardes|Buenas|Estimados señores],
= opening
- [Espero que estén bien|No sé a quién dirigirme|Les escribo porque nadie coge el teléfono].
- [Soy clienta desde {month}|Mi número de cliente es {customer}].
= background
- [Compramos|Compré] {product} [en {month}|para la oficina de {city}|para mi madre].
- El aparato está [en la cocina|en el invernadero|en el pasillo|en nuestra casa de {city}].
- [Mi marido|Mi vecina|Mi compañero] [tiene el mismo modelo|dice lo mismo|también lo usa].
- [Adjunto una foto|Véase la captura|El pedido era {order}|Tengo la tarifa {plan}].
- Llevamos [una cafetería|un hostal|dos tiendas] en {city}.
= joiner
- [Otra cosa|Además|Por cierto|Aprovecho para preguntar]:
= closing
- [Gracias de antemano|Muchas gracias|Gracias por su ayuda].
- [Quedo a la espera de su respuesta|Pueden llamarme al {phone}|Díganme qué debo hacer].
= signoff
- [Un saludo|Saludos cordiales|Atentamente|Gracias y un saludo],
= vague_subject
- [Problema|Pregunta|Ayuda|Consulta|Hola|Urgente|Seguimiento|Su mensaje|{order}|{product}|Cliente {customer}]
- [Consulta|Problema] [sobre|con] [{product}|{order}|mi cuenta|mi pedido]
= low
- [No corre prisa|Cuando puedan|Es simple curiosidad].
= high
- [Necesito una respuesta antes del {soon}|Es importante para nosotros|Es la segunda vez que escribo|Llevo {days} días esperando].
= urgent
- [URGENTE|Es muy urgente]: [todo está parado|estamos perdiendo ventas|llámenme ya al {phone}|lo necesitamos hoy mismo].
= angry
- [Es una vergüenza|Esto es intolerable|Estoy furiosa|Nunca más]!
- [Leen ustedes los correos|Para qué pago] ???
= resend
- [Ya les escribí ayer|Reenvío mi mensaje|Segundo intento]:
= phone_note
- [Llamada de {name}|Cliente al teléfono], {phone}:
= forward
- [Ver abajo|Para su información].
= earlier
- Gracias por su mensaje. [Le responderemos en dos días|Su consulta {ticket} ha quedado registrada].
- ¿Podría enviarnos [una foto|el número de pedido|su número de cliente]?
= quote_header
- El {date} a las {time}, Brambelwerk Service <service@brambelwerk.example> escribió:
= device_line
- Enviado desde mi [móvil|tableta]
= disclaimer
- Este mensaje puede contener información confidencial. {company}, {city}.
= thanks
- [Perfecto, gracias|Ya funciona, muchas gracias|Recibido]!
= agent_greeting
- Hola {first} {last}, [gracias por su mensaje|gracias por su paciencia].
= agent_question
- ¿Podría enviarme [el número de pedido|una foto|el número de serie]?
= customer_answer
- [Aquí tiene|Claro]: [{order}|número de serie {serial}|adjunto la foto].
= agent_closing
- [Escríbanos de nuevo si queda algo pendiente|Quedamos a su disposición].
= agent_goodbye
- ¡De nada! Cierro la consulta; [responda si vuelve a ocurrir|una respuesta la reabre].
= note
- [Aclarado con el almacén|Preguntado a {carrier}|Movido, cola equivocada].
= away_subject
- [Respuesta automática|Fuera de la oficina]
= away
- Gracias por su mensaje. Estoy [fuera de la oficina|de vacaciones|de viaje] hasta el {soon}. Si es urgente, llame al {phone}.
= spam_subject
- [Aumente sus ventas|Préstamo inmediato|Ha ganado|Propuesta de colaboración]
= spam
- Su página no aparece en los buscadores. Por {amount} la ponemos [en primer lugar|arriba del todo]. Responda "SÍ".
- ¡Enhorabuena! Ha ganado {amount}. Envíe sus datos bancarios antes del {soon} a premio@{ticket}-suerte.example.
`,
);
