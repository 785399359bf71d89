/** The answer of `/help`. */
export const help = {
  available: 'Available now',
  afterRegistration: 'After `/register`',
  afterLogin: 'After `/login`',
  amounts: 'Amounts: `12`, `12.50`, `1.5k`, `half`, `all`. Only you can see these answers.',
};
