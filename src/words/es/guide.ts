/** The steps of the guide in the sandbox page. */
export const guide = {
  register: {
    title: 'Abrir una cuenta',
    text: 'Escribe `/register`, pulsa Intro dos veces y rellena el formulario. Los datos pueden ser inventados.',
  },
  deposit: {
    title: 'Depositar dinero',
    text: 'Escribe `/deposit importe:100`, pulsa Intro y confirma.',
  },
  payee: {
    title: 'Cuenta para Ben',
    text: 'Necesitas a alguien a quien pagar. Cambia a Ben y escribe `/register`.',
  },
  transfer: {
    title: 'Pagar a Ben',
    text:
      'Como Anna, escribe `/transfer miembro:Ben importe:5`, pulsa Intro y confirma. ' +
      'O escríbele al banco por mensaje directo: `envía 5 a Ben`.',
  },
  read: {
    title: 'Leer como Ben',
    text: 'Cambia a Ben y abre el mensaje del banco.',
  },
  end: 'Esto es el banco. Escribe `/help` para ver qué más puede hacer.',
};
