/** The answer of `/help`. */
export const help = {
  available: 'Disponible ahora',
  afterRegistration: 'Después de `/register`',
  afterLogin: 'Después de `/login`',
  amounts: 'Importes: `12`, `12,50`, `1,5k`, `half`, `all`. Solo tú ves estas respuestas.',
};
