/** Texts of mails. Mails are plain text, and the recipient may no longer be a customer. */

/** One-time codes, by purpose. */
const codes = {
  RECOVERY: {
    subject: 'Código para restablecer tu contraseña',
    why: (bankName: string) =>
      `Hemos recibido una solicitud para restablecer tu contraseña en ${bankName}.`,
    notYou: 'Si no fuiste tú, ignora este correo. Sin el código no cambia nada.',
  },
  EMAIL: {
    subject: 'Código para tu nueva dirección de correo',
    why: (bankName: string) => `Esta dirección se ha indicado para una cuenta en ${bankName}.`,
    notYou: 'Si no fuiste tú, ignora este correo. Sin el código la dirección no se usa.',
  },
  UNLOCK: {
    subject: 'Código para desbloquear tu cuenta',
    why: (bankName: string) =>
      `Tu cuenta en ${bankName} está bloqueada y alguien acaba de escribir su contraseña.`,
    notYou: 'Si no fuiste tú, otra persona conoce tu contraseña. Cámbiala con /forgot-password.',
  },
};

export const mail = {
  subject: (bankName: string, title: string) => `${bankName}: ${title}`,
  code: {
    purposes: codes,
    yours: (code: string) => `Tu código: ${code}`,
    use: (until: string) =>
      `Puedes usarlo una vez, hasta el ${until}. Escríbelo solo en el formulario que el banco abre ` +
      'en Discord. El personal del banco nunca te lo pedirá.',
  },
  movedByStaff: {
    fact: (label: string, value: string) => `${label}: ${value}`,
    titleAt: (title: string, when: string) => `${title}, ${when}.`,
    unexpected:
      'Si no lo esperabas, contacta con el personal del banco. /account access-log en Discord ' +
      'muestra quién lo hizo.',
  },
  newLogin: {
    title: 'Nuevo inicio de sesión',
    text: (where: string) => `Se ha iniciado sesión en tu cuenta desde un lugar nuevo${where}.`,
  },
  places: {
    directMessages: ' (en los mensajes directos de Discord)',
    server: ' (en un servidor de Discord)',
  },
  notYou:
    'Si no fuiste tú, bloquea tu cuenta en Discord con /lock. Para eso no hace falta iniciar ' +
    'sesión.',
};
