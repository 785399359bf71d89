import { fileURLToPath } from 'node:url';
import { chartFont } from '../pictures/flow-chart.ts';

/** The font is bundled, so that the text also shows on machines without fonts. */
const fontFile = fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/**
 * A PNG of an SVG. The library is loaded for the first picture only. `fontFiles` are those of
 * scripts that the default font lacks.
 */
export async function picture(
  svg: string,
  { fontFiles = [] }: { readonly fontFiles?: readonly string[] } = {},
): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const font = {
    fontFiles: [fontFile, ...fontFiles],
    loadSystemFonts: false,
    defaultFontFamily: chartFont,
  };
  return (await renderAsync(svg, { font })).asPng();
}
