import { parseIntents } from "../../parse-phrases.ts";

export const sales = parseIntents(`
= quote, usual, Question
? [Presupuesto|Oferta|Precio de mayorista] [{quantity} {product}|]
- [¿Nos pueden hacer|Queremos] un presupuesto para {quantity} {product} [con entrega en {city}|].
- ¿Ofrecen [descuentos por cantidad|precios para tiendas|una demostración] de {product}?
> Adjuntamos la oferta, válida hasta el {soon}.
= product-advice, calm, Question
? [Consejo|Antes de comprar|{product} o {product2}]
- ¿Sirve {product} para [un balcón|{quantity} metros|una casa antigua] o mejor comprar {product2}?
- ¿Qué tarifa recomiendan, {plan} o {plan2}, para {quantity} aparatos?
> Para ese espacio basta {product}.
`);
