/** Replies to presses and forms that are too late, from another person or for an unknown card. */
import { runAgain } from '../common/shared.ts';

/** `undone` is the assurance of the command: that no money moved, or that nothing changed. */
export const late = {
  expired: {
    title: 'Este mensaje ha caducado',
    sentence: (undone: string): string =>
      `Ha estado abierto demasiado tiempo. ${undone} Ejecuta el comando de nuevo cuando quieras.`,
  },
  foreign: {
    title: 'Este mensaje no es tuyo',
    sentence: (undone: string): string => `Es de otra persona. ${undone}`,
  },
  unknown: {
    title: 'Este mensaje ya no es válido',
    sentence: (undone: string): string =>
      `No es tuyo o es demasiado antiguo. ${undone} ${runAgain}`,
  },
  'other-version': {
    title: 'Este mensaje está desactualizado',
    sentence: (undone: string): string =>
      `El banco se ha actualizado después de este mensaje. ${undone} ${runAgain}`,
  },
  cancelled: {
    title: 'Este mensaje está cerrado',
    sentence: (undone: string): string =>
      `Se ha cancelado, rechazado o sustituido por otro más reciente. ${undone}`,
  },
  used: {
    title: 'Ya estaba confirmado',
    sentence: (): string =>
      'Ya habías confirmado este mensaje, así que esta vez no se ha hecho nada. Consulta los ' +
      'pagos con `/history`.',
  },
  'no-command': {
    title: 'Este comando ha cambiado',
    sentence: (undone: string): string =>
      `El banco ya no lo ofrece de esta forma. ${undone} Mira \`/help\`.`,
  },
  crowded: {
    title: 'El banco está ocupado',
    sentence: (undone: string): string =>
      `Demasiadas personas lo están usando ahora. ${undone} Inténtalo de nuevo en un momento.`,
  },
};
