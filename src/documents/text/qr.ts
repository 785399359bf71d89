/** QR codes as squares, for pictures and documents. */
import { createRequire } from 'node:module';

export interface QrCode {
  /** Squares on each side, with the empty border that readers need. */
  readonly size: number;
  /** The left upper corners of the dark squares, each of side 1. */
  readonly dark: readonly (readonly [x: number, y: number])[];
}

const load = createRequire(import.meta.url);
const border = 4;

export function qrOf(text: string): QrCode {
  // Loaded with the first code.
  const qrcode = load('qrcode') as typeof import('qrcode');
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = Array.from({ length: size * size }, (_, at) => at)
    .filter((at) => modules.data[at] === 1)
    .map((at) => [border + (at % size), border + Math.floor(at / size)] as const);
  return { size: size + 2 * border, dark };
}

/** For SVG and PDF paths; one square has the side `scale`. */
export const qrPath = ({ dark }: QrCode, scale: number): string =>
  dark.map(([x, y]) => `M${x * scale} ${y * scale}h${scale}v${scale}h-${scale}z`).join('');
