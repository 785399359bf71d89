/** The part of highlight.js that the page uses; its browser build has no types. */
declare module '@highlightjs/cdn-assets/es/highlight.min.js' {
  const highlighter: {
    getLanguage(name: string): object | undefined;
    highlight(
      code: string,
      options: { readonly language: string; readonly ignoreIllegals: boolean },
    ): { readonly value: string };
  };
  export default highlighter;
}
