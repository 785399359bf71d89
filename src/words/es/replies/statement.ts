/** The card with a statement's files. */
export const statement = {
  title: (from: string, to: string) => `Extracto del ${from} al ${to}`,
  entries: (count: number) => (count === 1 ? '1 movimiento' : `${count} movimientos`),
  opening: 'Saldo inicial',
  closing: 'Saldo final',
  closingSoFar: 'Saldo hasta ahora',
  provisional: 'El periodo no ha terminado, así que este extracto es provisional.',
  zone: (zone: string) => `Fechas y horas en ${zone}.`,
  another: 'Otro formato',
  period: 'Otro periodo',
  previous: 'Mes anterior',
  split: 'El extracto es demasiado grande para un solo archivo: hay uno por mes.',
  proof:
    'El archivo .proof demuestra que saldos y asientos están en el registro; ambos se comprueban.',
  proofSoon:
    'La prueba de estos asientos estará lista en un minuto; pide entonces el extracto otra vez.',
  tooLarge: 'El extracto es demasiado grande para Discord. Elige un periodo más corto.',
  future: 'Ese periodo aún no ha empezado. Elige uno anterior.',
  tooLong: 'Elige un periodo de diez años como máximo.',
  monthOrDays: 'Indica un mes o fechas, no las dos cosas.',
};
