/** What the doctor finds about the bank's own page. */

export const page = {
  well: (url: string) => `La página del banco responde en ${url}.`,
  local: 'La página del banco está en este equipo, con el sandbox.',
  none: {
    says:
      'PUBLIC_URL no está configurada: las contraseñas se escriben en ' +
      'formularios de Discord, lo que sus normas no permiten.',
    advice: 'Configura PUBLIC_URL como muestra «The bank’s own page» en docs/operations.md.',
  },
  unused: {
    says:
      'SECRETS=forms: las contraseñas se escriben en formularios ' +
      'de Discord, aunque PUBLIC_URL está configurada.',
    advice: 'Configura SECRETS=page o quítalo.',
  },
  unreachable: (url: string, code: string) => ({
    says: `La página del banco no responde en ${url} (${code}).`,
    advice: 'Inicia el banco y revisa el proxy, el certificado y PUBLIC_URL.',
  }),
};
