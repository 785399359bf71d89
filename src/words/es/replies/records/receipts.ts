/** Cards of receipts and of their verification. */
export const receipts = {
  title: 'Recibo',
  picture: 'El recibo con su código como código QR',
  code: 'Código',
  asText: 'Texto',
  note:
    'Cualquiera puede comprobar el código con `/verify`. Los demás no ven el importe, salvo ' +
    'que el pagador lo permita.',
  shown: 'Quien tenga un código ve el importe y el día de tus pagos.',
  hidden: 'El código solo dice a los demás que el recibo es auténtico, no el importe ni el día.',
  show: 'Mostrar el importe a todos',
  hide: 'Ocultar el importe',
  textNote: 'Da este archivo, o su texto, a `/verify`: se comprueba cada carácter.',
  another: 'Comprobar otro',
  genuine: 'Auténtico',
  day: 'Día',
  whole: 'Cada carácter del texto es como lo emitió el banco.',
  codeOnly:
    'El código es de un recibo de este banco. El pagador no ha permitido ver más. Para ' +
    'comprobar lo que dice un recibo, pídelo como texto.',
  compare: 'Compáralo con lo que dice el recibo.',
  noCode: 'En este texto no hay ningún recibo. Copia el código o el texto entero del recibo.',
  menu: 'Comprobar recibo',
  reversed: (day: string) => `Anulado el ${day}`,
  unknown: {
    title: 'Desconocido',
    sentence:
      'Este banco no ha emitido ese recibo, o se ha cambiado su código o su texto. ' +
      'Cópialo de nuevo, o pide el recibo como texto.',
  },
};
