/** Only this file of `natural`; its index would load database clients. */
declare module 'natural/lib/natural/tfidf/tfidf.js' {
  class TfIdf {
    addDocument(words: readonly string[], key: string): void;
    tfidfs(words: readonly string[], tell: (at: number, score: number, key: string) => void): number[];
  }
  export = TfIdf;
}
