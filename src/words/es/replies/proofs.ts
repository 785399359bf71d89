/** Cards with proofs out of the log. */
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');

export const proofs = {
  title: 'Prueba de un pago',
  sentence: 'El archivo prueba que este pago está contabilizado: importe, cuentas y hora.',
  hidden: 'No muestra ni tu saldo ni el concepto.',
  how: 'Cualquiera puede comprobarlo con la clave pública del banco y su página de comprobación.',
  soon: 'Este pago está contabilizado. Su prueba estará lista en un minuto.',
  again: 'Intentar de nuevo',
  witnesses: (count: number): string =>
    count === 0
      ? 'Por ahora solo lo ha firmado el banco.'
      : `Además del banco, ${plural(count, { one: 'firma 1 testigo', other: `firman ${count} testigos` })}.`,
  balance: {
    title: 'Prueba de tu saldo',
    sentence: 'El archivo prueba que tu saldo de anoche está en el total publicado.',
    soon: 'Tu cuenta es más reciente que el total de anoche. La prueba estará lista mañana.',
    missing: 'Una cuenta sin archivo es más reciente que el total de anoche.',
  },
};
