/** The font files of documents and pictures, bundled because a server may have none. */
import { fileURLToPath } from 'node:url';

const files = {
  latin: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  japanese: import.meta
    .resolve('@expo-google-fonts/sawarabi-gothic/400Regular/SawarabiGothic_400Regular.ttf'),
  korean: import.meta
    .resolve('@expo-google-fonts/gowun-dodum/400Regular/GowunDodum_400Regular.ttf'),
  chinese: import.meta
    .resolve('@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf'),
} as const;

export type FontName = keyof typeof files;

/** Latin, Greek, Cyrillic, Arabic and Hebrew letters are in the first. */
export const fontOrder: readonly FontName[] = ['latin', 'japanese', 'korean', 'chinese'];

export const fontFile = (name: FontName): string => fileURLToPath(files[name]);

/** For pictures, which choose among them as documents do. */
export const fontPaths = (): string[] => fontOrder.map(fontFile);
