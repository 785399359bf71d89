/** Hundredths of a per cent as a number with two decimals: 250 is `2.50`. */
export const percentOf = (basisPoints: bigint, point: '.' | ','): string =>
  `${basisPoints / 100n}${point}${`${basisPoints % 100n}`.padStart(2, '0')}`;
