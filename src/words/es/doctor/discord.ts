/** What the doctor finds on Discord. */

export const discord = {
  sandbox: 'No hay token de Discord: el banco funciona con el entorno de pruebas.',
  login: {
    well: (name: string) => `Discord conoce el bot como ${name}.`,
    refused: {
      says: 'Discord no acepta el token.',
      advice: 'Copia un token nuevo del portal de desarrolladores en DISCORD_TOKEN.',
    },
    unreachable: (code: string) => ({
      says: `Discord no responde (${code}).`,
      advice: 'Revisa la red, y DISCORD_API_URL si está configurado.',
    }),
  },
  servers: {
    well: (count: number) =>
      count === 1 ? 'El bot está en un servidor.' : `El bot está en ${count} servidores.`,
    none: (invite: string) => ({
      says: 'El bot no está en ningún servidor.',
      advice: `Invítalo: ${invite}`,
    }),
  },
  commands: {
    well: 'Todos los comandos están registrados.',
    differ: {
      says: 'Discord muestra otros comandos que los de esta versión de Passbook.',
      advice: 'Inicia el banco: los registra.',
    },
  },
  staffServer: {
    well: (name: string) => `El bot está en el servidor del personal ${name}.`,
    none: {
      says: 'No hay servidor del personal: no hay comandos del personal.',
      advice: 'Usa /setup en Discord o configura DISCORD_STAFF_GUILD_ID.',
    },
    absent: (invite: string) => ({
      says: 'El bot no está en el servidor del personal.',
      advice: `Corrige DISCORD_STAFF_GUILD_ID o invita al bot: ${invite}`,
    }),
  },
  channel: {
    well: (name: string) => `El bot puede escribir en #${name}.`,
    none: (setting: string) => ({
      says: `${setting} no está configurado: allí no se envía ninguna tarjeta ni línea.`,
      advice: `Usa /setup en Discord o configura ${setting} con un canal del servidor del personal.`,
    }),
    absent: (setting: string) => ({
      says: `El bot no ve el canal de ${setting}.`,
      advice: 'Corrige el ajuste o da al bot el permiso «Ver canal» en él.',
    }),
    elsewhere: (setting: string, name: string) => ({
      says: `#${name}, el canal de ${setting}, no está en el servidor del personal.`,
      advice: 'Elige un canal del servidor del personal: sus tarjetas son solo para el personal.',
    }),
    mayNot: (name: string, permissions: string) => ({
      says: `Al bot le faltan permisos en #${name}: ${permissions}.`,
      advice: 'Dáselos al rol del bot en los ajustes del canal.',
    }),
  },
  permissions: { ViewChannel: 'Ver canal', SendMessages: 'Enviar mensajes' },
  members: {
    well: 'El bot puede leer quién tiene un rol.',
    none: {
      says: 'El bot no puede leer quién tiene un rol: una solicitud no puede nombrar ninguno.',
      advice: 'Activa «Server Members Intent» en el portal de desarrolladores.',
    },
  },
};
