/** The one file of `natural` that is used; its index would load database clients. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    constructor(stemmer?: unknown, smoothing?: number);
    addDocument(words: readonly string[], label: string): void;
    train(): void;
    getClassifications(words: readonly string[]): { label: string; value: number }[];
  }
  export = BayesClassifier;
}
