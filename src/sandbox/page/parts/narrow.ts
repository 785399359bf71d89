/** Whether the window is too narrow for three columns; same width as in layout.css. */
export const isNarrow = (): boolean => matchMedia('(max-width: 900px)').matches;
