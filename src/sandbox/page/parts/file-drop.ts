/** Handling of dropped and pasted files. */

/** Props for an element that accepts dropped files. */
export const takesDrops = (take: (files: readonly File[]) => void) => ({
  onDragOver: (event: DragEvent): void => event.preventDefault(),
  onDrop: (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    take([...(event.dataTransfer?.files ?? [])]);
  },
});

/** Takes pasted files; text is pasted as usual. */
export function takePasted(event: ClipboardEvent, take: (files: readonly File[]) => void): void {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  take(files);
}
