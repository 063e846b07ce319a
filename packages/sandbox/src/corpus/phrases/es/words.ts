import { parseLists } from "../../parse-phrases.ts";
import { WORD_LISTS } from "../manner-lists.ts";

export const words = parseLists(
  WORD_LISTS,
  `
= job
- Gerente
- Contabilidad
- Compras
- Administración
= weekday
- lunes
- martes
- miércoles
- jueves
- viernes
- sábado
= month
- enero
- febrero
- marzo
- abril
- mayo
- junio
- julio
- agosto
- septiembre
- octubre
- noviembre
- diciembre
= part
- filtro
- cargador
- cable
- sensor de humedad
- soporte de pared
- molinillo
= colour
- verde musgo
- pizarra
- crema
- cobre
= device
- mi móvil Android
- la tableta
- un portátil
`,
);
