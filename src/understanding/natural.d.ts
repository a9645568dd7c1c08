/** The one file of `natural` that is used; its index would load database clients. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    constructor(stemmer?: unknown, smoothing?: number);
    static restore(saved: object): BayesClassifier;
    classifier: {
      getClassifications(observation: Readonly<Record<string, number>>): { label: string; value: number }[];
    };
    addDocument(words: readonly string[], label: string): void;
    train(): void;
  }
  export = BayesClassifier;
}
