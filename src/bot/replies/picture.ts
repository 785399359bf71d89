import { fileURLToPath } from 'node:url';
import { chartFont } from './flow-chart.ts';

/** Drawn with the font that comes along: machines without fonts show letters too. */
const fontFile = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/** A PNG of an SVG. The library is loaded with the first picture, since most banks need none. */
export async function picture(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = { fontFiles: [fontFile], loadSystemFonts: false, defaultFontFamily: chartFont };
  return (await renderAsync(svg, { font })).asPng();
}
