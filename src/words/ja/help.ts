/** The answer of `/help`. */
export const help = {
  available: '今使えるコマンド',
  afterRegistration: '`/register` のあと',
  afterLogin: '`/login` のあと',
  amounts:
    '金額の書き方：`12`、`12.50`、`1.5k`、`half`（半分）、`all`（全額）。この返事はあなただけに見えます。',
};
