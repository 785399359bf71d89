/**
 * The structure of a tagged PDF, by which screen readers tell headings, tables and page footers
 * apart. https://pdfkit.org/docs/accessibility.html
 */
import type { PdfDocument } from './line.ts';

type Element = PDFKit.PDFStructureElement;

/** With more rows than this, a row is tagged as a whole: cells need about 700 bytes a row. */
const rowsWithCellsMax = 2_000n;

export interface TableTags {
  /** A row of headings or of sums; `cells` write their texts, and may write nothing. */
  readonly row: (cells: readonly (() => void)[], kind?: 'TH' | 'TD') => void;
  readonly end: () => void;
}

export interface Tags {
  readonly heading: (write: () => void) => void;
  readonly paragraph: (write: () => void) => void;
  readonly figure: (write: () => void, alt: string) => void;
  /** Lines, and what each page repeats. */
  readonly artifact: (write: () => void) => void;
  readonly table: (rowCount: bigint) => TableTags;
  readonly end: () => void;
}

export function tagsOf(doc: PdfDocument, title: string): Tags {
  const root = doc.struct('Document', { title });
  doc.addStructure(root);
  const leaf = (type: string, write: () => void, options = {}): Element => {
    const content = doc.markStructureContent(type);
    write();
    doc.endMarkedContent();
    const element = doc.struct(type, options);
    element.add(content);
    element.end();
    return element;
  };
  const table = (rowCount: bigint): TableTags => {
    const hasCells = rowCount <= rowsWithCellsMax;
    const parent = doc.struct(hasCells ? 'Table' : 'Sect');
    root.add(parent);
    return {
      row: (cells, kind = 'TD') => {
        if (hasCells) {
          const options = kind === 'TH' ? { scope: 'Column' } : {};
          const leaves = cells.map((write) => leaf(kind, write, options));
          parent.add(doc.struct('TR', {}, leaves));
        } else {
          parent.add(
            leaf('P', () => {
              for (const write of cells) write();
            }),
          );
        }
      },
      end: () => {
        parent.end();
      },
    };
  };
  return {
    heading: (write) => {
      root.add(leaf('H1', write));
    },
    paragraph: (write) => {
      root.add(leaf('P', write));
    },
    figure: (write, alt) => {
      root.add(leaf('Figure', write, { alt }));
    },
    artifact: (write) => {
      doc.markContent('Artifact');
      write();
      doc.endMarkedContent();
    },
    table,
    end: () => {
      root.end();
    },
  };
}
