import { parseIntents } from "../../parse-phrases.ts";

export const account = parseIntents(`
= password-reset, usual, Question
? [Contraseña olvidada|Restablecer contraseña]
- He olvidado la contraseña y [el correo para restablecerla no llega|el enlace ha caducado].
- Mi nueva contraseña [no se acepta|da error], [usuario {email}|lo intenté tres veces].
> Le hemos enviado un nuevo enlace a {email}.
= locked-out, pressing, Incident
? [Cuenta bloqueada|Acceso denegado|Cuenta hackeada]
- Mi cuenta está [bloqueada|desactivada] [tras varios intentos|sin motivo], ¿pueden [desbloquearla|darme acceso]?
- Hubo un inicio de sesión [desconocido|desde otro país] en mi cuenta, no fui yo.
> Su cuenta está desbloqueada; elija una nueva contraseña.
= two-factor, usual, Question
? [Código de acceso|Doble factor] [no llega|móvil nuevo]
- El código [SMS|de verificación] no llega al iniciar sesión, [tengo móvil nuevo|reinicien el segundo factor].
- ¿Cómo [invito|añado] a [una compañera|un usuario|un administrador] en la cuenta del equipo?
> El segundo factor de {email} está reiniciado.
= delete-account, calm, Question
? [Borrar mi cuenta|Datos personales|Cambiar correo]
- [Borren|Quiero eliminar] mi cuenta de usuario [y mis datos personales|según el RGPD].
- Quiero [cambiar el correo|modificar el usuario] de mi perfil [a {email}|].
> Su perfil se borrará el {soon}.
`);
